const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** A number right after one of these is a name or a place in a list: "page 14", "Resolution 2254", "Flight 370". */
export const LABELS =
  words(`page pages chapter chapters article articles resolution resolutions section sections paragraph
  paragraphs magnitude clause verse number no nos # flight room route highway channel level phase unit category type class stage
  grade group round game match set lap line gate platform apartment suite block district ward act title amendment
  proposition protocol annex table appendix appendices episode season volume vol version decree item rule article
  schedule band tier zone sector area brigade division squadron battalion regiment corps fleet boeing airbus tupolev ilyushin antonov apollo
  windows iphone formula error code bus train tram box psalm part book day week year step point question exhibit
  interstate i mark mk model task force ctf grid agenda pier runway terminal cell ward measure ballot ask passcode
  dial op opus symphony hurricane catch directive regulation case docket pub law bill prop lot plot size world top big final last`)
/** After a number in words they make it a name ("the Big Five") or a place ("phase two"), see `LABELS`; these are things that
 *  are spoken of, not counted, after "the two" or "these three". */
export const KNOWN_PAIRS =
  words(`sides countries leaders parties nations presidents ministers men women candidates states
  governments neighbours neighbors rivals teams foes enemies factions camps powers companies groups brothers sisters
  officials capitals allies sexes houses chambers communities peoples cities politicians former major main party`)
export const MONTHS =
  words(`january february march april may june july august september october november december jan feb mar
  apr jun jul aug sep sept oct nov dec`)
export const TIMES = words("am pm a.m p.m gmt utc est edt bst cet hrs hours local oclock o’clock o'clock noon midnight")
export const WEEKDAYS = words('monday tuesday wednesday thursday friday saturday sunday')
/** Before a duration they make it a window of time, that is a date: "the past 24 hours". */
export const WINDOWS = words('last past next previous coming following first final recent preceding latest these those')
/** After a duration they make it a point in time: "two days ago". */
export const POINTS = words('ago earlier later hence previously prior before after since from')
/** Around "3-2" they make it a score. */
export const SCORES =
  words(`win won wins winning beat beating beaten defeat defeated defeating lost lose loss draw drew drawn lead
  leads led victory tie tied final score scores scored aggregate vote voted ruling decision majority split record odds
  set sets seeded`)
export const STREETS = words(
  'street st road rd avenue ave lane drive boulevard blvd square place row way court downing',
)
/** Before a four-digit number they make it a year, whatever follows: "in 2020 people …". */
export const YEAR_BEFORE = words('in since by until till during early late mid')
/** What is counted before a hyphen ("a 19-truck convoy"); any other is a name for a kind of thing ("a five-point plan"). */
export const HYPHENATED = words('strong plus odd member nation country truck vehicle lorry bed seat ship')
