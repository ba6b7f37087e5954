// Lines of a text in a picture, where no browser breaks them: Latin words stay whole, Chinese breaks between any two characters but
// those that the Requirements for Chinese Text Layout (CLREQ, 'Prohibition rules for line start and line end') keep together.

/** What no line begins with: closing and pausing marks, dashes, ellipses, interpuncts, signs behind a number. */
const NO_START = /^[，。、；：？！．·・•‧…—–～〜／）］｝》〉】〕〗」』’”,.;:?!)\]}%‰℃°々〻ー]/u;
/** What no line ends with: opening marks, and signs before a number. */
const NO_END = /[（［｛《〈【〔〖「『‘“([{￥¥＄$£№]$/u;

/** Chinese characters and their marks, which are as wide as they are high. */
const WIDE_CHARACTER = /^[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });
const charactersOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

/** Roughly how wide a text is at that size: a Chinese character is as wide as it is high, a Latin letter about half. */
const widthOf = (text: string, size: number): number =>
  charactersOf(text).reduce((sum, character) => sum + (WIDE_CHARACTER.test(character) ? 1 : 0.56) * size, 0);

/** The parts of a text between which a line may end; each has the space behind it. */
function parts(text: string): string[] {
  const parts: string[] = [];
  let last = "";
  for (const character of charactersOf(text)) {
    const isLatin = !WIDE_CHARACTER.test(character) && !WIDE_CHARACTER.test(last) && !/\s/.test(last);
    const together = /\s/.test(character) || isLatin || NO_START.test(character) || NO_END.test(last);
    if (parts.length > 0 && together) parts[parts.length - 1] += character;
    else parts.push(character);
    last = character;
  }
  return parts;
}

/** Lines of at most that width, as far as what must stay together allows; what is longer than a line is broken anywhere. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let [line, used] = ["", 0];
  const isLong = (part: string) => widthOf(part.trimEnd(), size) > width;
  for (const part of parts(text).flatMap((each) => (isLong(each) ? charactersOf(each) : [each]))) {
    if (line && used + widthOf(part.trimEnd(), size) > width) {
      lines.push(line);
      [line, used] = ["", 0];
    }
    line += part;
    used += widthOf(part, size);
  }
  return [...lines, line].map((each) => each.trim()).filter(Boolean);
}
