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
