/** Words for people who speak as one. Plural as the text has them. */
export const GROUPS: ReadonlySet<string> = new Set(
  `activists administrators advisers advisors agencies aides airlines allies ambassadors analysts authorities campaigners captors
  citizens civilians clerics commanders commentators commissioners countries critics defenders delegates delegations demonstrators
  deputies detractors diplomats doctors elders eyewitnesses executives experts families farmers fighters firefighters forces foes friends
  governments governors groups guerrillas hostages insiders inspectors insurgents investigators islamists jihadists journalists judges lawmakers
  lawyers leaders legislators locals media mediators medics men militants militias ministers monitors negotiators neighbors neighbours
  nurses observers officers officials onlookers opponents organisations organizations parents parties partners paramedics patients peacekeepers
  people pilots police politicians powers prosecutors protesters protestors rebels refugees relatives reporters representatives republicans
  democrats researchers rescuers residents respondents scholars scientists senators separatists settlers sides soldiers spokesmen
  spokespeople spokespersons staff strategists students supporters survivors teachers troops tribesmen veterans victims villagers voters
  volunteers watchdogs witnesses women workers inhabitants`.split(/\s+/),
)
/** Words for one person or source that the text keeps unnamed after "a" or "one". */
export const UNNAMED: ReadonlySet<string> = new Set(
  `activist adviser advisor aide ambassador analyst bishop broker bystander captain civilian cleric colleague commander diplomat doctor
  driver elder employee envoy executive expert eyewitness farmer fighter guard individual insider insurgent investigator journalist
  judge lawmaker lawyer leader man medic member militant minister mother father monk nurse negotiator neighbor neighbour observer
  officer official onlooker participant paramedic passer-by person policeman politician priest prosecutor rebel refugee relative
  reporter representative rescuer resident senator separatist soldier source spokesman spokeswoman spokesperson shopkeeper student
  survivor teacher trader villager volunteer voter witness woman worker`.split(/\s+/),
)
/** Who speaks for another: "a spokesman for the ministry" is the ministry. */
export const VOICES: ReadonlySet<string> = new Set(
  'spokesman spokeswoman spokesperson spokespeople statement communique communiqué press-service website readout'.split(
    ' ',
  ),
)
