import { writeCitation } from '../citations/writeCitation';
import { groupBy } from '../groupBy';
import { nameKey } from '../names';
import type { Promotion } from '../promotion/readPromotion';
import { addSections } from '../writing/addSections';
import { type Observation, replacement } from './finding';

/** `unknown-promotion`: the target is no level and no transition. */
export function checkTarget({ target, value }: Promotion): readonly Observation[] {
  return target.kind === 'unknown'
    ? [
        {
          rule: 'unknown-promotion',
          range: value.range,
          message: target.message,
          suggestions: target.suggestions.map((text) =>
            replacement(`Change to “${text}”`, value.range, text),
          ),
        },
      ]
    : [];
}

/** `front-matter`: it cannot be read. */
export function checkFrontMatter({ document }: Promotion): readonly Observation[] {
  const error = document.frontMatter?.error;
  return error === undefined
    ? []
    : [
        {
          rule: 'front-matter',
          range: error.range,
          message: `The front matter is not readable YAML from here on: ${error.reason}. ${error.mend}`,
          suggestions: [],
        },
      ];
}

/** `missing-capability`: nothing cites it. */
export function checkMissing(promotion: Promotion): readonly Observation[] {
  const missing = promotion.coverage.filter(({ state }) => state === 'missing');
  const byName = groupBy(missing, ({ capability: { name } }) => nameKey(name));
  return missing.map(({ capability }) => {
    const { name, level } = capability;
    const isAlone = byName.get(nameKey(name))?.length === 1;
    return {
      rule: 'missing-capability',
      range: promotion.value.range,
      message: `“${name}” of ${level} is cited nowhere. Add a section for it, or put ${writeCitation(capability)} beside its evidence.`,
      suggestions: [
        {
          title: `Add a section for “${name}”${isAlone ? '' : ` of ${level}`}`,
          text: writeCitation(capability),
          // Worked out for whoever takes it: documents are checked after each keystroke.
          get edits() {
            return addSections(promotion, [capability]);
          },
        },
      ],
      related: capability.source,
      capability,
    };
  });
}
