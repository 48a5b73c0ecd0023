/**
 * How news names a state without its name: by the adjective, the capital, the seat of power. English; the
 * name first, then the rest. Adjectives that are as often something else ("French fries") are still right as a
 * guess that a person confirms.
 */
const lines = `
Afghanistan: Afghan, Kabul
Algeria: Algerian, Algiers
Argentina: Argentine, Argentinian, Buenos Aires, Casa Rosada
Armenia: Armenian, Yerevan
Australia: Australian, Canberra
Austria: Austrian, Vienna
Azerbaijan: Azerbaijani, Azeri, Baku
Bangladesh: Bangladeshi, Dhaka
Belarus: Belarusian, Minsk
Belgium: Belgian
Bosnia and Herzegovina: Bosnian, Sarajevo
Brazil: Brazilian, Brasília, Planalto
Bulgaria: Bulgarian, Sofia
Cambodia: Cambodian, Phnom Penh
Canada: Canadian, Ottawa
Chile: Chilean, Santiago
China: Chinese, Beijing, Zhongnanhai
Colombia: Colombian, Bogotá
Croatia: Croatian, Zagreb
Cuba: Cuban, Havana
Cyprus: Cypriot, Nicosia
Czechia: Czech, Prague
Denmark: Danish, Copenhagen
Egypt: Egyptian, Cairo
Eritrea: Eritrean, Asmara
Estonia: Estonian, Tallinn
Ethiopia: Ethiopian, Addis Ababa
European Union: EU, European Commission, Brussels
Finland: Finnish, Helsinki
France: French, Paris, Élysée, Elysée, Quai d’Orsay
Georgia: Georgian, Tbilisi
Germany: German, Berlin
Greece: Greek, Athens
Hungary: Hungarian, Budapest
Iceland: Icelandic, Reykjavik
India: Indian, New Delhi, Delhi
Indonesia: Indonesian, Jakarta
Iran: Iranian, Tehran
Iraq: Iraqi, Baghdad
Ireland: Irish, Dublin
Israel: Israeli, Jerusalem, Knesset
Italy: Italian, Rome
Japan: Japanese, Tokyo
Jordan: Jordanian, Amman
Kazakhstan: Kazakh, Astana
Kenya: Kenyan, Nairobi
Kosovo: Kosovar, Pristina
Kuwait: Kuwaiti
Kyrgyzstan: Kyrgyz, Bishkek
Latvia: Latvian, Riga
Lebanon: Lebanese, Beirut
Libya: Libyan, Tripoli
Lithuania: Lithuanian, Vilnius
Malaysia: Malaysian, Kuala Lumpur
Mexico: Mexican, Mexico City
Moldova: Moldovan, Chișinău, Chisinau
Mongolia: Mongolian, Ulaanbaatar
Montenegro: Montenegrin, Podgorica
Morocco: Moroccan, Rabat
Myanmar: Burmese, Naypyidaw
Netherlands: Dutch, The Hague
New Zealand: Wellington
Nigeria: Nigerian, Abuja
North Korea: North Korean, Pyongyang
North Macedonia: Macedonian, Skopje
Norway: Norwegian, Oslo
Oman: Omani, Muscat
Pakistan: Pakistani, Islamabad
Palestine: Palestinian, Ramallah
Philippines: Philippine, Filipino, Manila
Poland: Polish, Warsaw
Portugal: Portuguese, Lisbon
Qatar: Qatari, Doha
Romania: Romanian, Bucharest
Russia: Russian, Moscow, Kremlin
Rwanda: Rwandan, Kigali
Saudi Arabia: Saudi, Riyadh
Serbia: Serbian, Belgrade
Slovakia: Slovak, Bratislava
Slovenia: Slovenian, Ljubljana
Somalia: Somali, Mogadishu
South Africa: South African, Pretoria
South Korea: South Korean, Seoul
South Sudan: South Sudanese, Juba
Spain: Spanish, Madrid
Sudan: Sudanese, Khartoum
Sweden: Swedish, Stockholm
Switzerland: Swiss, Bern
Syria: Syrian, Damascus
Tajikistan: Tajik, Dushanbe
Thailand: Thai, Bangkok
Tunisia: Tunisian, Tunis
Turkey: Turkish, Ankara, Türkiye
Turkmenistan: Turkmen, Ashgabat
Ukraine: Ukrainian, Kyiv, Kiev
United Arab Emirates: Emirati, UAE, Abu Dhabi
United Kingdom: British, UK, Britain, Downing Street, Whitehall
United Nations: UN
United States: American, US, U.S., USA, White House, Pentagon, State Department, Washington
Uzbekistan: Uzbek, Tashkent
Venezuela: Venezuelan, Caracas
Vietnam: Vietnamese, Hanoi
Yemen: Yemeni, Sanaa
`

const nameByWord = new Map<string, string>()
for (const line of lines.trim().split('\n')) {
  const [name = '', words = ''] = line.split(': ')
  for (const word of [name, ...words.split(', ')]) nameByWord.set(word, name)
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Longest first, so that "North Korean" is not found as anything shorter. */
const anyWord = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...nameByWord.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?:s)?(?![\\p{L}\\p{N}])`,
  'gu',
)

/** Every word of the text that stands for a state or a union of states, with the name it goes by. */
export function countriesIn(text: string): { name: string; start: number; end: number }[] {
  return [...text.matchAll(anyWord)].flatMap((match) => {
    const name = nameByWord.get(match[0]) ?? nameByWord.get(match[0].replace(/s$/u, ''))
    return name === undefined ? [] : [{ name, start: match.index, end: match.index + match[0].length }]
  })
}

/** The words that stand for the same state as this name does, itself included. */
export function wordsForCountry(name: string): string[] {
  const known = nameByWord.get(name)
  return known === undefined
    ? [name]
    : [...nameByWord].filter(([, country]) => country === known).map(([word]) => word)
}

/** Houses and ministries that speak as themselves, and for the state they belong to. */
const institutions = new Set([
  'Kremlin',
  'White House',
  'Pentagon',
  'State Department',
  'Downing Street',
  'Whitehall',
  'Élysée',
  'Elysée',
  'Quai d’Orsay',
  'European Commission',
  'Knesset',
  'Casa Rosada',
  'Planalto',
  'Zhongnanhai',
])

/** Whether the words are a state's name, or its capital's in place of it, and nothing else. */
export function isStateItself(words: string): boolean {
  const bare = words.trim().replace(/^the\s+/iu, '')
  return nameByWord.has(bare) && !institutions.has(bare)
}
