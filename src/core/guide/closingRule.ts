/** A sentence that tells how many answers make someone ready, wherever it stands: "Once four of your answers are yes, …". */
const closingRule =
  /\b(?:if (?:you|(?:[\p{L}'’]+ ){0,2}(?:your|the|most|both|all) answers?)\b.{0,60}\b(?:yes|answer|tick|check|say)(?:ed)?|(?:if|when|once) (?:[\p{L}'’]+ ){0,3}answers?\b.{0,60}\b(?:yes|no)|ready (?:for|when)|may be ready)\b/iu;

/** Whether a text is a rule that closes the questions to oneself. */
export function isClosingRule(text: string): boolean {
  return closingRule.test(text);
}
