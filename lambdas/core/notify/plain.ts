/** Article text as it may stand in a message: one line, no control characters and no marks that turn the reading direction. */
export const plain = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\s]+/gu, ' ')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .toWellFormed()
    .trim()

/** What SNS takes as a subject: printable ASCII on one line, under 100 characters, not starting with a space. */
export const subjectLine = (text: string): string =>
  plain(text.normalize('NFKD'))
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[^\x20-\x7E]/g, '')
    .slice(0, 99)
    .trim()
