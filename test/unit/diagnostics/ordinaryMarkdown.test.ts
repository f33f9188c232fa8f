import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { noGuideLinks } from '../../../src/core/citations/guideLinks';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { checkPromotion } from '../../../src/core/diagnostics/checkPromotion';
import { parseDocument } from '../../../src/core/document/parseDocument';
import { readDocument } from '../../../src/core/document/readDocument';
import type { Ladder } from '../../../src/core/ladder/model';
import { type Promotion, readPromotion } from '../../../src/core/promotion/readPromotion';
import { isThorough, runs, sampleOf } from '../support/effort';
import { ladderOf } from '../support/files';
import { ladderWith, promotionOf, told } from '../support/promotions';
import { nearMisses } from './nearMisses';

const builtIn = ladderOf('guides');
/** Its names are what ordinary Markdown is full of. */
const colliding = ladderWith(
  ['M1 to M2', 'M2 to M3', 'IC1 to IC2', 'RFC1 to RFC2', 'V1 to V2'],
  ['Testing', 'Security', 'Communication'],
);
const ladders: Readonly<Record<string, Ladder>> = {
  'the built-in ladder': builtIn,
  'a colliding ladder': colliding,
};

const head = '---\npromotion: M1 to M2\n---\n\n';

suite('ordinary Markdown, taken for a promotion document', function () {
  this.timeout(240_000);
  let files: readonly string[];

  suiteSetup(() => {
    files = readmes();
  });

  for (const [name, ladder] of Object.entries(ladders)) {
    test(`gives no false alarm in the READMEs and CHANGELOGs of node_modules, with ${name}`, () => {
      const considered = { brackets: 0, labels: 0, mentions: 0 };
      const found: string[] = [];
      for (const file of files) {
        const text = `${head}${readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')}`;
        const parsed = parseDocument(text, indexOf(ladder).levels);
        const promotion = readPromotion(readDocument(parsed), ladder, noGuideLinks);
        assert.ok(promotion !== undefined);
        found.push(...alarms(promotion).map((alarm) => `${path.relative(root, file)}: ${alarm}`));
        considered.brackets += text.split('[').length - 1;
        considered.labels += parsed.pieces
          .flatMap(({ piece }) => [...piece.labels.keys()])
          .filter((label) => label.includes(':')).length;
        considered.mentions += promotion.mentions.length;
      }
      const { brackets, labels, mentions } = considered;
      console.log(
        `      ${files.length} files, ${brackets} brackets, ${labels} labels with a colon, ${mentions} mentions`,
      );
      assert.deepEqual(found, []);
      assert.ok(files.length >= runs(200), `only ${files.length} files`);
      assert.ok(
        brackets >= runs(10_000) && labels >= runs(200),
        `only ${brackets} brackets, ${labels} with a colon`,
      );
      assert.ok(!isThorough || ladder === builtIn || mentions > 0, 'no mentions');
    });

    test(`gives none in the near misses, with ${name}`, () => {
      assert.ok(nearMisses.length >= 200, `only ${nearMisses.length} near misses`);
      const found = nearMisses.flatMap((text) =>
        alarms(promotionOf(`${head}${text}\n`, ladder, 'promotions/case.md')).map(
          (one) => `${text} => ${one}`,
        ),
      );
      assert.deepEqual(found, []);
    });
  }
});

function alarms(promotion: Promotion): readonly string[] {
  return checkPromotion(promotion, {})
    .filter(({ rule }) => rule !== 'missing-capability')
    .map((finding) => told(finding, promotion));
}

function readmes(): readonly string[] {
  const files = readdirSync(path.join(root, 'node_modules'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(?:^|[\\/])(?:README|CHANGELOG|HISTORY|CHANGES)[^\\/]*\.(?:md|markdown)$/iu.test(file),
  );
  return sampleOf(files.sort()).map((file) => path.join(root, 'node_modules', file));
}
