/** What a figure is a figure of: the one list, for the extraction, the API, the CLI and the fixtures. */
export const FIGURE_KINDS = [
  'killed',
  'wounded',
  'displaced',
  'detained',
  'population',
  'aid',
  'money',
  'duration',
  'distance',
  'share',
  'other',
] as const

/** "Up to", "fewer than": the figure's low end is 0. */
export const isUpperBound = (qualifier: string | undefined): boolean =>
  qualifier === 'at most' || qualifier === 'less than'
