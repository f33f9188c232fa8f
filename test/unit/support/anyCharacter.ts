import fc from 'fast-check';

const surrogates = { start: 0xd800, count: 0x800 };

/** Any character that there may ever be. fast-check's own `binary` makes a table of them all first. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10_ffff - surrogates.count })
  .map((at) => String.fromCodePoint(at < surrogates.start ? at : at + surrogates.count));
