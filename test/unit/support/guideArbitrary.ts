import fc from 'fast-check';
import { anyCharacter } from './anyCharacter';

/** Pieces of guides, whole and broken, for texts that are nearly guides. */
const pieces = fc.constantFrom(
  '# Progression Guide: M1 to M2',
  '# M2: Senior Engineering Manager',
  'Engineering Manager → Senior Engineering Manager',
  '## Overview',
  'The transition from M1 (Engineering Manager) to M2 (Senior) takes time.',
  '## The Core Shift',
  '| M1 | M2 |\n|---|---|\n| small | **large** |\n| one |\n| a | b | c |',
  '+---+-----+\n| M1 | M2 |\n+===+=====+\n| a | - b |\n|   | - c |\n+---+-----+',
  '| Signs | Practices |\n|---|---|\n| <ul><li>a</li><li>b</li></ul> | c<br>d |',
  "*The fundamental question changes from 'Do I?' to 'Do we?'*",
  '## Key Capabilities to Develop',
  '### 1. Systems and Scale',
  '**Systems\nand Scale**',
  'At M1, you follow. At M2, you\nlead.',
  '**What this looks like:**\n- one &amp; two\n- [x] *three*\n  more',
  'How to develop this:\n\n1. first\n2. second\n\n   and on',
  '- **What this looks like**\n  - nested\n- **How to develop this**\n  - deeper',
  '## Common Pitfalls',
  '**Waiting.** It is long.',
  '- **Name**: text',
  '## How to Demonstrate Readiness',
  '### Self-Assessment Questions',
  '- [ ] “Do I?”',
  "If you can answer 'yes', you are ready.",
  '## Typical Timeline',
  'Most need approx. 3-5 years. It varies.',
  '**Important: it is fine.**',
  '> [!NOTE]\n> quoted',
  '<!-- a comment -->',
  '```\n# no heading\n```',
  '---',
  '\\*escaped\\* [link](x.md) `code` ![image](y.png) <br> html',
  '### [[Systems|Systems and Scale]] and ==**growth**== %% a remark %%',
  '{% tabs %}\n{% tab title="M1" %}\n- one ==two==\n{% endtab %}',
  '<TabItem label="How to develop this">',
  '***',
  '\t',
  '**open',
);

/** Texts that are guides, or nearly. */
export const guideLike = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: anyCharacter }) }),
    {
      maxLength: 30,
    },
  )
  .chain((parts) =>
    fc
      .tuple(
        fc.constantFrom('\n\n', '\n', '\r\n\r\n', '\r\n'),
        fc.constantFrom('', '\uFEFF', '---\ntitle: x\n---\n', '# Progression Guide: L4 to L5\n\n'),
        fc.array(fc.constantFrom('\n\n', '\n'), { maxLength: 5 }),
      )
      .map(([joiner, head]) => head + parts.join(joiner)),
  );
