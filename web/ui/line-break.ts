// Lines of a text in a picture, where no browser breaks them: Latin words stay whole, Chinese breaks between any two characters but
// those that the Requirements for Chinese Text Layout (CLREQ, 'Prohibition rules for line start and line end') keep together.

/** What no line begins with: closing and pausing marks, dashes, ellipses, interpuncts, signs behind a number. */
const NOT_AT_LINE_START = /^[，。、；：？！．·・•‧…—–～〜／）］｝》〉】〕〗」』’”,.;:?!)\]}%‰℃°々〻ー\u00a0]/u;
/** What no line ends with: opening marks, signs before a number, a space between a number and its unit. */
const NOT_AT_LINE_END = /[（［｛《〈【〔〖「『‘“([{￥¥＄$£№\u00a0]$/u;

/** Chinese characters and their marks, which are as wide as they are high. */
const WIDE_CHARACTER = /^[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });
const charactersOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

/** A space at which a line may end. */
const BREAKING_SPACE = /[^\S\u00a0]/;

/** Roughly how wide a text is at that size: a Chinese character is as wide as it is high, a Latin letter about half. */
const widthOf = (text: string, size: number): number =>
  charactersOf(text).reduce((sum, character) => sum + (WIDE_CHARACTER.test(character) ? 1 : 0.56) * size, 0);

/** The parts of a text between which a line may end; each has the space behind it. */
function breakableParts(text: string): string[] {
  const breakableParts: string[] = [];
  let last = "";
  for (const character of charactersOf(text)) {
    const isLatin = !WIDE_CHARACTER.test(character) && !WIDE_CHARACTER.test(last) && !BREAKING_SPACE.test(last);
    const isUnbreakable =
      BREAKING_SPACE.test(character) || isLatin || NOT_AT_LINE_START.test(character) || NOT_AT_LINE_END.test(last);
    if (breakableParts.length > 0 && isUnbreakable) breakableParts[breakableParts.length - 1] += character;
    else breakableParts.push(character);
    last = character;
  }
  return breakableParts;
}

/** Lines of at most that width, as far as what must stay together allows; what is longer than a line is broken anywhere. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let [line, usedWidth] = ["", 0];
  const isLong = (part: string) => widthOf(part.trimEnd(), size) > width;
  for (const part of breakableParts(text).flatMap((each) => (isLong(each) ? charactersOf(each) : [each]))) {
    if (line && usedWidth + widthOf(part.trimEnd(), size) > width) {
      lines.push(line);
      [line, usedWidth] = ["", 0];
    }
    line += part;
    usedWidth += widthOf(part, size);
  }
  return [...lines, line].map((each) => each.trim()).filter(Boolean);
}
