/** Before a name or a number these never end a sentence: "Gov. Smith". */
export const TITLES = new Set(
  `Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Sgt Capt Cmdr Cdr Adm Cpl Pvt Rev Fr Hon Sec Pres Amb Supt
  Messrs Mme Mlle Msgr St Mt Ft vs`.split(/\s+/),
)
/** Before a number these never end a sentence: "No. 2", "Jan. 21". */
export const COUNTED = new Set('No Nos Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Art Vol pp'.split(' '))
/** A full stop after these says nothing about the sentence. */
export const SHORTENED = new Set(
  `Jr Sr Inc Corp Co Ltd Bros etc al approx est Dept Assn Ave Blvd Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan La Mass Md Mich
  Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo v`.split(/\s+/),
)
