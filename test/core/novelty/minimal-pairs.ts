/** Sentences of our own with one slot open, `{}`, and what may stand in it; any two fillings make a pair that isn't a repeat. */
export interface Template {
  differs: 'number' | 'negation' | 'actor' | 'place' | 'date' | 'status'
  sentence: string
  fillings: string[]
}

const days = ['on Monday', 'on Tuesday', 'on Thursday', 'on Saturday']
const dates = ['on 12 September', 'on 19 September', 'on 3 October', 'on 20 October']
const cities = ['Stepanakert', 'Martuni', 'Goris', 'Shusha', 'Kapan']
const sides = ['Armenian', 'Azerbaijani', 'Russian', 'Turkish']
const governments = ['Armenia', 'Azerbaijan', 'Russia', 'Iran']

export const templates: Template[] = [
  {
    differs: 'number',
    sentence: 'The attack on the convoy killed {} people, the ministry said.',
    fillings: ['3', '4', '12', '21'],
  },
  {
    differs: 'number',
    sentence: 'At least {} civilians have been wounded since the shelling began.',
    fillings: ['15', '17', '51', '150'],
  },
  {
    differs: 'number',
    sentence: 'The Red Cross evacuated {} patients through the Lachin corridor.',
    fillings: ['nine', 'eleven', '23', '64'],
  },
  {
    differs: 'number',
    sentence: 'Some {} residents have crossed the border into Goris.',
    fillings: ['2,900', '13,350', '28,000', '120,000'],
  },
  {
    differs: 'number',
    sentence: 'Moscow promised {} million dollars in aid to the displaced.',
    fillings: ['2', '5', '12.5', '40'],
  },
  {
    differs: 'number',
    sentence: 'Authorities detained {} people after the rally in the capital.',
    fillings: ['84', '98', '140', '233'],
  },
  {
    differs: 'number',
    sentence: 'A column of {} trucks carrying flour reached the town.',
    fillings: ['two', 'four', '19', '26'],
  },
  {
    differs: 'number',
    sentence: 'The army lost {} soldiers in the fighting near the border.',
    fillings: ['105', '106', '192', '200'],
  },
  { differs: 'negation', sentence: 'The corridor {} open to humanitarian traffic.', fillings: ['is', 'is not'] },
  {
    differs: 'negation',
    sentence: 'The peacekeepers {} the convoy at the checkpoint.',
    fillings: ['stopped', 'did not stop'],
  },
  {
    differs: 'negation',
    sentence: 'The delegation {} accepted the draft of the peace treaty.',
    fillings: ['has', 'has not'],
  },
  {
    differs: 'negation',
    sentence: 'The government {} that its troops had entered the village.',
    fillings: ['confirmed', 'denied'],
  },
  { differs: 'negation', sentence: 'The two sides {} to meet again in Brussels.', fillings: ['agreed', 'refused'] },
  {
    differs: 'negation',
    sentence: 'There were {} among the passengers of the bus.',
    fillings: ['casualties', 'no casualties'],
  },
  {
    differs: 'negation',
    sentence: 'Observers {} reach the mine where the fighting took place.',
    fillings: ['could', 'could not'],
  },
  {
    differs: 'negation',
    sentence: 'The new route {} been approved by the parliament.',
    fillings: ['has', 'has never'],
  },
  { differs: 'negation', sentence: 'The mediators {} the talks a failure.', fillings: ['called', 'did not call'] },
  { differs: 'negation', sentence: 'The mayor said the water supply had {} restored.', fillings: ['been', 'not been'] },
  { differs: 'negation', sentence: 'The road to the airport was {} after the blast.', fillings: ['opened', 'closed'] },
  { differs: 'negation', sentence: 'Aid workers {} allowed to enter the camp.', fillings: ['were', "weren't"] },
  { differs: 'actor', sentence: '{} forces opened fire on a border post overnight.', fillings: sides },
  { differs: 'actor', sentence: '{} rejected the proposal to send monitors to the border.', fillings: governments },
  { differs: 'actor', sentence: 'A {} soldier was shot dead while repairing the fence.', fillings: sides },
  {
    differs: 'actor',
    sentence: '{} were among the dead, the hospital said.',
    fillings: ['Four civilians', 'Four soldiers', 'Four journalists', 'Four peacekeepers'],
  },
  { differs: 'actor', sentence: 'The foreign minister of {} arrived for the talks.', fillings: governments },
  {
    differs: 'actor',
    sentence: '{} told reporters that the siege must end.',
    fillings: ['Karen Petrosyan', 'Elchin Mammadov', 'Maria Lindholm', 'Jean Duval'],
  },
  { differs: 'actor', sentence: 'The shells were fired by {} troops.', fillings: sides },
  {
    differs: 'actor',
    sentence: '{} shelled the positions of the other side.',
    fillings: ['The army', 'The rebels', 'The police'],
  },
  {
    differs: 'actor',
    sentence: 'Humanitarian supplies were sent by {} this week.',
    fillings: ['France', 'Germany', 'India', 'Greece'],
  },
  { differs: 'actor', sentence: '{} hit the village with drones.', fillings: ['Israel', 'Lebanon', 'Syria', 'Jordan'] },
  { differs: 'place', sentence: 'An explosion at a fuel depot shook {} in the evening.', fillings: cities },
  { differs: 'place', sentence: 'The power station in {} was damaged by shelling.', fillings: cities },
  {
    differs: 'place',
    sentence: 'The next round of talks will be held in {}.',
    fillings: ['Brussels', 'Moscow', 'Tbilisi', 'Geneva', 'Washington'],
  },
  {
    differs: 'place',
    sentence: 'Rescuers pulled two girls from the rubble of a house in {}.',
    fillings: ['Kharkiv', 'Odesa', 'Dnipro', 'Lviv'],
  },
  {
    differs: 'place',
    sentence: 'A drone struck a {} in the north of the region.',
    fillings: ['school', 'hospital', 'market', 'bridge'],
  },
  { differs: 'place', sentence: 'Troops took up positions outside {} after midnight.', fillings: cities },
  {
    differs: 'place',
    sentence: 'Refugees from {} were given shelter in a sports hall.',
    fillings: ['Hadrut', 'Martakert', 'Kelbajar', 'Askeran'],
  },
  {
    differs: 'place',
    sentence: 'The checkpoint on the {} side of the river was closed.',
    fillings: ['northern', 'southern', 'eastern', 'western'],
  },
  { differs: 'date', sentence: 'The ceasefire took effect {} at noon.', fillings: days },
  { differs: 'date', sentence: 'The first convoy left the city {}.', fillings: dates },
  {
    differs: 'date',
    sentence: 'The leaders signed the statement {}.',
    fillings: ['in 2020', 'in 2021', 'in 2022', 'in 2023'],
  },
  { differs: 'date', sentence: 'The ministry announced the exchange of prisoners {}.', fillings: days },
  {
    differs: 'date',
    sentence: 'Gas supplies to the region were cut {}.',
    fillings: ['on March 8', 'on March 21', 'on January 16', 'on June 15'],
  },
  { differs: 'date', sentence: 'Fighting resumed along the border {}, residents said.', fillings: days },
  {
    differs: 'date',
    sentence: 'The corridor was blocked {} by protesters.',
    fillings: ['in December', 'in April', 'in July', 'in November'],
  },
  {
    differs: 'status',
    sentence: 'The corridor {} reopened for aid.',
    fillings: ['was', 'will be', 'may be', 'should be'],
  },
  {
    differs: 'status',
    sentence: 'The separatists {} their weapons.',
    fillings: ['handed over', 'will hand over', 'may hand over', 'must hand over'],
  },
  {
    differs: 'status',
    sentence: 'Russia {} 500 tonnes of flour to the enclave.',
    fillings: ['sent', 'plans to send', 'could send', 'should send'],
  },
  {
    differs: 'status',
    sentence: 'The presidents {} a peace treaty in the capital.',
    fillings: ['signed', 'are expected to sign', 'might sign', 'must sign'],
  },
  {
    differs: 'status',
    sentence: 'The troops {} from the border villages.',
    fillings: ['have withdrawn', 'will withdraw', 'were ordered to withdraw', 'could withdraw'],
  },
  {
    differs: 'status',
    sentence: 'Iran {} its embassy in the city.',
    fillings: ['closed', 'intends to close', 'threatened to close'],
  },
  {
    differs: 'status',
    sentence: 'Both armies {} the prisoners of last year.',
    fillings: ['exchanged', 'agreed to exchange', 'should exchange', 'offered to exchange'],
  },
]

/** Both orders of every two fillings. */
export const pairs = templates.flatMap(({ differs, sentence, fillings }) =>
  fillings.flatMap(one =>
    fillings
      .filter(other => other !== one)
      .map(other => ({ differs, a: filled(sentence, one), b: filled(sentence, other) })),
  ),
)

function filled(sentence: string, filling: string): string {
  const text = sentence.replace('{}', filling)
  return text[0]!.toUpperCase() + text.slice(1)
}
