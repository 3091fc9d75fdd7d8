const list = (text: string): ReadonlySet<string> => new Set(text.split(/[\s,]+/).filter(word => word !== ''));

/** First names, in the form in which they are written. */
export const FIRST_NAMES =
	list(`Ada Alan Albert Alice Angela Anna Anne Barbara Bob Boris Bram Carl Carlos Charles Chiara
	Clara Claude Daniel David Donald Edsger Elena Elizabeth Emma Eva Frances Frank George Grace Greta Guido Hans Helen
	Henry Ida Ines Isaac James Jane Jean Joan Johann John Jorge Jose Julia Julie Karen Kate Katherine Ken Lars Laura Leo
	Linus Lise Louis Lucy Margaret Maria Marie Mark Martin Mary Maya Michael Nadia Niels Nina Olga Oscar Otto Paul Pedro
	Peter Pierre Rachel Rosa Rosalind Sam Sarah Sofia Sophie Steve Susan Thomas Tim Tom Vera Victor Virginia William Wolfgang`);

/** Places; several words are joined by one blank. */
export const PLACES = new Set(
	`Africa,Amsterdam,Asia,Athens,Australia,Austria,Barcelona,Beijing,Belgium,Berlin,Bern,Boston,Brazil,Brussels,California,
	Cambridge,Canada,Chicago,China,Copenhagen,Delhi,Denmark,Dublin,Egypt,England,Europe,Finland,France,Geneva,Germany,
	Greece,Hamburg,Helsinki,India,Ireland,Istanbul,Italy,Japan,Kenya,Lisbon,London,Los Angeles,Madrid,Mexico,Milan,Mumbai,
	Munich,Nairobi,Netherlands,New York,New Zealand,Norway,Oslo,Oxford,Paris,Poland,Portugal,Prague,Rome,Russia,
	San Francisco,Scotland,Seoul,Singapore,South Africa,Spain,Stockholm,Sweden,Switzerland,Sydney,Tokyo,Toronto,Turkey,
	Ukraine,United Kingdom,United States,Vienna,Warsaw,Washington,Zurich`
		.split(',')
		.map(place => place.trim().replace(/\s+/g, ' ')),
);

/** Organizations that are known by name alone. */
export const ORGANIZATION_NAMES =
	list(`Acme Airbus Amazon Apple BBC BMW CERN ESA Google GitHub IBM Intel MIT Meta Microsoft
	Mozilla NASA NATO Nokia Nvidia OpenAI Oracle Philips SAP Samsung Siemens Sony Spotify Tesla Toyota UNESCO UNICEF Volvo`);

/** Words that make the capitalized words beside them the name of an organization. */
export const ORGANIZATION_WORDS =
	list(`AG Academy Association Bank Company Corporation Corp Council Face Foundation GmbH Group Inc
	Institute Laboratories Laboratory Labs Lab Ltd Ministry Museum Parliament Party Press Society Studios Union University`);

/** Words that announce a person. */
export const TITLES = list('Dr Lady Lord Miss Mr Mrs Ms President Prof Professor Queen King Sir');

/** Capitalized without being names. */
export const CALENDAR =
	list(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
	July August September October November December`);
