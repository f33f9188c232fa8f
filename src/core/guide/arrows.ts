/** The signs that authors draw from a level, a way of working or a question to the next one. */
export const arrowSigns = '→⟶➔➜➡⇒⟹';

/** The pattern of such an arrow: a sign, perhaps drawn as a picture, or one made of hyphens. */
export const arrowPattern = String.raw`(?:[${arrowSigns}]\uFE0F?|-+>|=+>)`;
