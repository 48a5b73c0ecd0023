/** Capitals and houses that stand for a government, folded, with the names its party may have. */
const written = `
kiev, kyiv: ukraine
moscow, kremlin: russia, russian federation
washington, white house, pentagon, state department: united states, united states of america, us, usa
london, downing street, whitehall: united kingdom, uk, britain, great britain
paris, elysee, quai d'orsay: france
berlin: germany
rome: italy
madrid: spain
warsaw: poland
budapest: hungary
ankara: turkey, turkiye
beijing: china, people's republic of china
tokyo: japan
seoul: south korea, republic of korea
pyongyang: north korea
new delhi, delhi: india
islamabad: pakistan
tehran: iran
baghdad: iraq
damascus: syria
beirut: lebanon
jerusalem, tel aviv: israel
ramallah: palestine, palestinian authority
cairo: egypt
riyadh: saudi arabia
abu dhabi: united arab emirates, uae
doha: qatar
amman: jordan
khartoum: sudan
addis ababa: ethiopia
asmara: eritrea
nairobi: kenya
pretoria: south africa
kigali: rwanda
kinshasa: democratic republic of the congo, dr congo
baku: azerbaijan
yerevan: armenia
tbilisi: georgia
minsk: belarus
chisinau: moldova
belgrade: serbia
pristina: kosovo
sarajevo: bosnia and herzegovina
athens: greece
nicosia: cyprus
brussels: european union, eu
ottawa: canada
mexico city: mexico
caracas: venezuela
bogota: colombia
havana: cuba
brasilia: brazil
buenos aires: argentina
lima: peru
santiago: chile
kabul: afghanistan
hanoi: vietnam
manila: philippines
taipei: taiwan
oslo: norway
stockholm: sweden
helsinki: finland
copenhagen: denmark
vienna: austria
bern: switzerland
canberra: australia`

export const seats: ReadonlyMap<string, readonly string[]> = new Map(
  written
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [places = '', countries = ''] = line.split(': ')
      const names = countries.split(', ')
      return places.split(', ').map((place) => [place, names] as const)
    }),
)
