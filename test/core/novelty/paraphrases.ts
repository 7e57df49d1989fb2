/** Pairs of our own that say the same: a stands, b comes later. */
export const paraphrases: [a: string, b: string][] = [
  [
    'Armenian forces shelled Azerbaijani positions near the village of Aghdam.',
    'Azerbaijani positions near the village of Aghdam were shelled by Armenian forces.',
  ],
  [
    '12 people were killed in shelling of the market in Donetsk.',
    'Shelling of the market in Donetsk killed 12 people.',
  ],
  [
    'At least 12 people were killed when a shell hit the market in Donetsk.',
    'A shell hit the market in Donetsk, killing 12 people.',
  ],
  ['Azerbaijan reopened the Lachin corridor on Monday.', 'Baku reopened the Lachin corridor on Monday.'],
  [
    'The ministry said that 40 trucks of aid had reached the enclave.',
    'Forty trucks of aid have reached the enclave, according to the ministry.',
  ],
  [
    'The Red Cross evacuated 23 wounded from the hospital.',
    '23 wounded were evacuated from the hospital by the Red Cross.',
  ],
  [
    'Officials announced that the airport was closed after the drone attack.',
    'The airport was closed after the drone attack, officials said.',
  ],
  ['Russia sent 100 tonnes of flour to Stepanakert.', 'Moscow sent 100 tonnes of flour to Stepanakert.'],
  ['About 120,000 people live in the region.', 'Up to 120,000 people live in the region.'],
  [
    'The delegation arrived in Yevlakh for talks on Thursday.',
    'On Thursday the delegation arrived in Yevlakh for talks.',
  ],
  [
    'Armenia called on the UN to send a mission to the corridor.',
    'Yerevan called on the United Nations to send a mission to the corridor.',
  ],
  [
    'The two sides agreed to a ceasefire brokered by Russian peacekeepers.',
    'A ceasefire brokered by Russian peacekeepers was agreed by the two sides.',
  ],
  [
    'Rebels seized the bridge over the river, the army said.',
    'According to the army, the bridge over the river was seized by rebels.',
  ],
  [
    'Separatist authorities reported that gas supplies had been cut.',
    'Gas supplies have been cut, separatist authorities said.',
  ],
  ['Israel struck a weapons depot outside Damascus.', 'A weapons depot outside Damascus was struck by Israel.'],
  [
    'Nearly 200 soldiers died in the operation, the prosecutor told reporters.',
    'The prosecutor said almost 200 soldiers died in the operation.',
  ],
  [
    'The blockade has caused shortages of food and medicine.',
    'Shortages of food and medicine have been caused by the blockade.',
  ],
  [
    'Protesters blocked the main road to the capital, Reuters reported.',
    'Protesters have blocked the main road to the capital, AFP reports.',
  ],
  [
    'The prime minister accused the peacekeepers of failing to act.',
    'The peacekeepers were accused by the prime minister of failing to act.',
  ],
  [
    'Ukraine shot down 14 drones overnight, its air force said.',
    'The air force of Ukraine said it shot down 14 drones overnight.',
  ],
  [
    'The government will send observers to the border next week.',
    'Observers will be sent to the border next week by the government.',
  ],
  ['Turkey offered to host the next round of negotiations.', 'Ankara offered to host the next round of negotiations.'],
  ['The ombudsman said five children were among the dead.', 'Five children were among the dead, the ombudsman said.'],
  [
    'A landmine exploded under a bus near Fuzuli, wounding three passengers.',
    'Three passengers were wounded when a landmine exploded under a bus near Fuzuli.',
  ],
  ['The ministry denied that its troops had opened fire.', 'Its troops had not opened fire, the ministry said.'],
  [
    'Some 6,500 people have entered Armenia from the enclave.',
    'More than 6,500 people have entered Armenia from the enclave, officials say.',
  ],
  [
    'The convoy was stopped at the checkpoint near Kornidzor.',
    'Near Kornidzor, the convoy was stopped at the checkpoint.',
  ],
  [
    'France pledged 12.5 million euros in humanitarian aid for refugees.',
    'Paris pledged 12.5 million euros in humanitarian aid for refugees.',
  ],
  [
    'Hundreds of families fled the town after the bombardment.',
    'After the bombardment, hundreds of families fled the town.',
  ],
  [
    'The explosion at the fuel depot injured more than 200 people.',
    'More than 200 people were injured in the explosion at the fuel depot.',
  ],
  ['The parliament ratified the treaty on Tuesday.', 'The treaty was ratified by the parliament on Tuesday.'],
  [
    'Police detained 84 demonstrators in the centre of the city.',
    'In the centre of the city, 84 demonstrators were detained by police.',
  ],
  ['Sudan closed its border with Chad.', 'Khartoum closed its border with Chad.'],
  [
    'Six Russian peacekeepers were killed, the prosecutor general said.',
    'The prosecutor general said that six Russian peacekeepers had been killed.',
  ],
  [
    'The army says it has taken control of the village of Sarsang.',
    'The army has taken control of the village of Sarsang, it says.',
  ],
  [
    'A drone attack on the refinery started a large fire.',
    'A large fire was started by a drone attack on the refinery.',
  ],
  [
    'The hospital in Khan Younis has run out of fuel, doctors said.',
    'Doctors said the hospital in Khan Younis has run out of fuel.',
  ],
  [
    'Georgia offered its territory for aid deliveries to Armenia.',
    'Tbilisi offered its territory for aid deliveries to Armenia.',
  ],
  [
    'The leaders of Armenia and Azerbaijan met in Brussels on Saturday.',
    'In Brussels, the leaders of Azerbaijan and Armenia met on Saturday.',
  ],
  ['The mayor said the water supply had been restored.', 'The water supply has been restored, said the mayor.'],
  [
    'The Kremlin said its peacekeepers would remain in Karabakh.',
    'Its peacekeepers would remain in Karabakh, Moscow said.',
  ],
  [
    'Fighters loyal to the general captured the airport in Merowe.',
    'The airport in Merowe was captured by fighters loyal to the general.',
  ],
  [
    'Talks between the government and the rebels collapsed on Friday.',
    'On Friday, talks between the government and the rebels collapsed.',
  ],
  [
    'Ten thousand residents were left without electricity by the strike.',
    'The strike left 10,000 residents without electricity.',
  ],
  [
    'The foreign ministry summoned the ambassador of Iran.',
    'The ambassador of Iran was summoned by the foreign ministry.',
  ],
  ['The European Union will send a civilian mission to Armenia.', 'The EU will send a civilian mission to Armenia.'],
  ['The International Committee of the Red Cross brought 70 tonnes of aid.', 'The ICRC brought 70 tonnes of aid.'],
  [
    'Gunmen kidnapped three aid workers in the north of Mali.',
    'Three aid workers were kidnapped by gunmen in the north of Mali.',
  ],
  ['The village was destroyed by heavy artillery.', 'Heavy artillery destroyed the village.'],
  ['The president told the BBC that the war was over.', 'The war was over, the president told Reuters.'],
  ['Around 30 buildings were damaged in the attack on Kharkiv.', 'The attack on Kharkiv damaged about 30 buildings.'],
  [
    'The separatists laid down their weapons under the deal.',
    'Under the deal, the separatists have laid down their weapons.',
  ],
  [
    'Rescue workers found two bodies in the rubble, the state service said.',
    'Two bodies were found in the rubble by rescue workers, the state service says.',
  ],
  ['The United States urged Azerbaijan to lift the blockade.', 'Washington urged Baku to lift the blockade.'],
  ['The checkpoint on the bridge was set up in April.', 'In April the checkpoint was set up on the bridge.'],
  [
    'The army reportedly withdrew its tanks from the border.',
    'The army withdrew its tanks from the border, it was reported.',
  ],
  [
    'India delivered the first artillery shells to Armenia.',
    'The first artillery shells were delivered to Armenia by India.',
  ],
  [
    'The court sentenced the former minister to 13 years in prison.',
    'The former minister was sentenced by the court to 13 years in prison.',
  ],
  ['An estimated 50,000 people have been displaced by the floods.', 'The floods have displaced some 50,000 people.'],
  [
    'Peacekeepers escorted the buses with refugees to Goris.',
    'The buses with refugees were escorted to Goris by peacekeepers.',
  ],
  ['The militia released all 17 hostages on Sunday.', 'All 17 hostages were released by the militia on Sunday.'],
  ['Iran condemned the strike on its consulate.', 'Tehran condemned the strike on its consulate.'],
  ['The bridge at the border has been reopened to lorries.', 'The bridge at the border was reopened to trucks.'],
  ['The president refused to sign the agreement.', 'The president declined to sign the accord.'],
  ['Ethiopia and the rebels signed a truce in Pretoria.', 'Ethiopia and the rebels signed a ceasefire in Pretoria.'],
  ['The shelling began at dawn, residents said.', 'Residents said the bombardment started at dawn.'],
]
