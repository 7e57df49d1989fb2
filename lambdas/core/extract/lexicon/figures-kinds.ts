import type { FigureKind } from '../types.ts'

const words = (text: string): string[] => text.trim().split(/\s+/)
const table = (rows: Partial<Record<FigureKind, string>>): ReadonlyMap<string, FigureKind> =>
  new Map(
    Object.entries(rows).flatMap(([kind, list]) =>
      words(list).map((word): [string, FigureKind] => [word, kind as FigureKind]),
    ),
  )

/** Done to people: after the number as participles ("12 were killed"), before it with an object ("killing 12"). */
export const DONE_TO = table({
  killed:
    'kill kills killed killing slain slew slay murder murders murdered murdering massacred massacring executed executing assassinated beheaded beheading shot-dead lynched slaughtered slaughtering crushed',
  wounded:
    'wound wounds wounded wounding injure injures injured injuring hurt hurting maimed maiming hospitalised hospitalized burned',
  displaced:
    'displace displaces displaced displacing uproot uprooted uprooting evacuate evacuated evacuating expelled expelling deported deporting resettled rehoused sheltered sheltering relocated',
  detained:
    'detain detains detained detaining arrest arrests arrested arresting jailed jailing imprisoned imprisoning captured capturing abducted abducting kidnapped kidnapping interned held incarcerated incarcerating apprehended',
})
/** Done by people themselves: only with the number as their subject ("120,000 fled"). */
export const DONE_BY = table({
  killed: 'die dies died dying perish perished drowned drown suffocated succumbed',
  displaced: 'flee flees fled fleeing',
})
/** States that follow a number or its noun: "12 dead", "leaving 300 people homeless". */
export const STATES = table({
  killed: 'dead lifeless killed',
  wounded: 'wounded injured hurt',
  displaced: 'displaced homeless',
  other: 'missing unaccounted trapped stranded infected',
  detained: 'detained imprisoned captive hostage prisoner jailed arrested',
})
/** Who lives in a place and may be driven from it. Of soldiers, tourists or lawmakers a departure says no such thing. */
export const SETTLED = new Set(
  words(`people persons individuals civilians residents inhabitants villagers citizens families households women children
  locals townspeople refugees evacuees islanders minorities others`),
)
/** Who is dead where a side "lost" them. A firm loses workers and a club players, so neither is here. */
export const LOSSES = new Set(
  words(`soldier soldiers troops serviceman servicemen servicewomen fighter fighters militant militants rebel rebels men
  insurgents militiamen peacekeeper peacekeepers combatants policeman policemen gunmen sailor sailors marine marines airmen
  commando commandos paratrooper paratroopers conscripts reservists guardsmen civilian civilians medics firefighters
  guerrillas mercenaries jihadists`),
)
/** After "lost 12 men to": nobody died. */
export const NO_DEATH = new Set(words('injury injuries suspension suspensions illness flu desertion rivals retirement'))
/** Leaving, in the past: with a place to go to or from ("crossed into Jordan") it displaces; "go" and "come" need "out of". */
export const LEAVING = new Set(
  words('crossed left escaped poured streamed flooded spilled trekked surged come came gone went got gotten made'),
)
/** Getting there: it displaces by a route ("entered through the corridor") or into a country, as "arrived in Paris" does not. */
export const ARRIVING = new Set(words('arrived entered reached walked driven passed travelled traveled'))
export const ROUTES = new Set(words('border frontier corridor corridors crossing crossings checkpoint checkpoints'))
/** Done to those who live somewhere: "were bussed to the capital". */
export const TAKEN = new Set(words('moved bused bussed ferried airlifted transferred'))
/** After "found" or "taken". */
export const SHELTER = new Set(words('refuge shelter sanctuary asylum'))
/** What people live in, and so leave. */
export const AREAS = new Set(
  words(`area areas region regions city cities town towns village villages country province provinces district districts enclave
  exclave territory territories valley island islands peninsula republic state capital settlement settlements home homes
  neighbourhood neighbourhoods neighborhood neighborhoods zone suburb suburbs`),
)
/** What is counted says what kind of count it is, whatever the verb. Casualties may be dead or wounded, so they are `other`. */
export const COUNTED = table({
  killed:
    'dead death deaths fatality fatalities bodies corpses martyrs killings lives execution executions homicide homicides murder murders killing toll',
  wounded: 'wounded injured injury injuries wounds',
  displaced: 'displaced refugees evacuees idps displacement displacements evacuation returnees deportees',
  detained: 'detainees prisoners hostages captives pows arrest arrests detention detentions inmates internees',
  population: 'residents inhabitants population',
  aid: 'aid airdrops',
})
export const AID = new Set(
  words(
    'aid relief humanitarian food medicine medicines medical flour supplies blankets tents rations medications lifesaving life-saving',
  ),
)
/** What carries aid, so that "19 trucks of flour" and "a 19-truck convoy" are counts of aid. */
export const CARRIERS = new Set(
  words(
    'truck trucks lorry lorries convoy convoys parcels packages kits flights shipments vehicle vehicles containers sacks bags wagons planeloads truckloads',
  ),
)
/** People as they are counted in news. A name of a people ("Syrians") is told by its capital and its `s`. */
export const PEOPLE = new Set(
  words(`people person persons individual individuals civilian civilians soldier soldiers troop troops serviceman servicemen
  servicewomen fighter fighters militant militants rebel rebels insurgent insurgents separatist separatists peacekeeper
  peacekeepers combatant combatants gunman gunmen terrorist terrorists extremist extremists jihadist jihadists man men
  woman women child children boy boys girl girls baby babies infant infants teenager teenagers youth youths student
  students pupil pupils teacher teachers worker workers employee employees journalist journalists reporter reporters
  doctor doctors nurse nurses medic medics paramedic paramedics patient patients passenger passengers crew sailor sailors
  marine marines pilot pilots airman airmen officer officers policeman policemen police guard guards official officials
  resident residents inhabitant inhabitants villager villagers citizen citizens refugee refugees migrant migrants
  detainee detainees prisoner prisoners inmate inmates hostage hostages captive captives protester protesters
  demonstrator demonstrators activist activists victim victims casualty casualties survivor survivors dead wounded
  injured missing displaced family families household households member members personnel staff recruit recruits
  conscript conscripts reservist reservists volunteer volunteers veteran veterans settler settlers tourist tourists
  pilgrim pilgrims worshipper worshippers fisherman fishermen farmer farmers miner miners driver drivers motorist
  voter voters supporter supporters lawmaker lawmakers mps observer observers expert experts adviser advisers adult
  adults elderly mourners bystanders others lives deaths fatalities bodies evacuees mercenary mercenaries suspect
  suspects firefighter firefighters rescuer rescuers relative relatives participants candidates immigrants asylum-seekers
  attackers bombers commandos paratroopers cadets militiamen tribesmen monks priests foreigners nationals believers
  commuters shoppers spectators fans players jurors respondents guerrilla guerrillas jihadis jihadists guys gentlemen
  peasants delegates followers senators hijackers athletes applicants investors subscribers ministers predecessors
  serbs croats tamils turks greeks poles danes finns swedes czechs slovaks britons jews arabs muslims moslems sunnis shiites
  kurds uzbeks tajiks kazakhs chechens bosniaks hutus tutsis hazaras uighurs uyghurs tatars filipinos democrats druze
  rohingya yazidis marines gypsies roma afghans townspeople townsfolk farmhands farmworkers labourers laborers herders nomads
  shepherds newborns orphans widows pensioners diabetics amputees toddlers schoolchildren schoolgirls schoolboys mothers fathers
  parents grandmothers sons daughters brothers sisters neighbours neighbors clerics imams nuns lawyers judges engineers
  technicians shopkeepers merchants traders smugglers deminers sappers signatories humanitarians`),
)
/** Generic words for people: what they are is said elsewhere in the sentence. */
export const ANYONE = new Set(words('people persons individuals others person individual'))
/** What lasts: a duration after "for" is said of the nearest of these before it. */
export const LASTING = new Set(
  words(`war conflict fighting blockade siege occupation ceasefire truce dispute crisis strike detention curfew rule standoff
  insurgency hostilities battle bombardment offensive talks negotiations embargo sanctions drought famine exile
  shelling rebellion uprising unrest violence captivity`),
)
/** A counter's verbs, before its new value: "has risen to 213", "stands at 40". */
export const COUNTER_TO = new Set(
  words(`rise rises rose risen rising climb climbs climbed climbing increase increases increased increasing grow grows grew grown
  growing jump jumps jumped jumping soar soars soared soaring surge surges surged swell swells swelled swollen mount mounted
  mounting raised revised brought bringing pushed pushing taking took edged doubled tripled fell fallen dropped fall falls
  went gone up down`),
)
export const COUNTER_AT = new Set(words('stand stands stood standing remains remained put estimated now'))
export const COUNTER_PAST = new Set(
  words('reach reaches reached reaching hit hits hitting exceed exceeds exceeded topped tops passed passes'),
)
/** What a counter counts without a "number of": "casualties climbed to 90". */
export const TALLIES = new Set(words('casualties victims losses infections'))
export const TOTALS = new Set(
  words(
    'toll total totals totaling totalling totaled totalled number numbers numbering count tally figure population sum',
  ),
)
