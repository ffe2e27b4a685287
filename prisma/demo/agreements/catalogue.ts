/** Initiatives and requirements of the demo: our own examples, marked as such. The source names none. */

export type CatalogueEntry = {
  code: string;
  track: string;
  nameDa: string;
  nameEn: string;
  effectDa: string;
  effectEn: string;
  ease: "easy" | "moderate" | "demanding";
  kpi?: string;
  effect?: string;
  /** Who sees to it, where an org unit picks it. */
  responsible: string;
};

export const catalogue: CatalogueEntry[] = [
  {
    code: "genbrugskitler",
    track: "circular-economy",
    nameDa: "Vaskbare kitler i stedet for engangskitler",
    nameEn: "Washable gowns instead of disposable ones",
    effectDa: "Et afsnit, der prøvede det i et år, smed 2,4 t mindre ud pr. 10.000 kitler.",
    effectEn: "A ward that tried it for a year threw away 2.4 t less per 10,000 gowns.",
    ease: "moderate",
    kpi: "residual-waste",
    effect: "-12",
    responsible: "Indkøbsansvarlig",
  },
  {
    code: "moebelboers",
    track: "circular-economy",
    nameDa: "Brugte møbler gennem møbelbørsen før nykøb",
    nameEn: "Used furniture through the exchange before buying new",
    effectDa: "Hver tredje bestilling kunne dækkes af det, der stod på lager.",
    effectEn: "One order in three could be met from what stood in store.",
    ease: "easy",
    kpi: "residual-waste",
    effect: "-4.5",
    responsible: "Teknisk afdeling",
  },
  {
    code: "handsker",
    track: "circular-economy",
    nameDa: "Engangshandsker kun, hvor retningslinjen kræver dem",
    nameEn: "Disposable gloves only where the guideline demands them",
    effectDa: "Forbruget faldt med en fjerdedel på fire afsnit efter en uges undervisning.",
    effectEn: "Use fell by a quarter in four wards after a week of teaching.",
    ease: "easy",
    kpi: "residual-waste",
    effect: "-3",
    responsible: "Hygiejnekoordinator",
  },
  {
    code: "madspild",
    track: "circular-economy",
    nameDa: "Mad bestilles efter dagens belægning",
    nameEn: "Food is ordered by the day’s occupancy",
    effectDa: "Vejninger før og efter viste 30 % mindre madspild i køkkenet.",
    effectEn: "Weighing before and after showed 30 % less food waste in the kitchen.",
    ease: "moderate",
    kpi: "residual-waste",
    effect: "-18",
    responsible: "Køkkenleder",
  },
  {
    code: "reparation",
    track: "circular-economy",
    nameDa: "Udstyr repareres, før der købes nyt",
    nameEn: "Equipment is repaired before new is bought",
    effectDa: "Levetiden for senge og rulleborde blev i snit tre år længere.",
    effectEn: "Beds and trolleys lasted three years longer on average.",
    ease: "moderate",
    responsible: "Medicoteknisk kontakt",
  },
  {
    code: "plast",
    track: "circular-economy",
    nameDa: "Ren plast fra behandlingsstuer sorteres til genanvendelse",
    nameEn: "Clean plastic from treatment rooms is sorted for recycling",
    effectDa: "Et operationsafsnit kan sortere omkring 6 t om året.",
    effectEn: "An operating ward can sort about 6 t a year.",
    ease: "demanding",
    kpi: "recycled-waste",
    effect: "6",
    responsible: "Miljøkoordinator",
  },
  {
    code: "natsaenkning",
    track: "utilities",
    nameDa: "Ventilationen sænkes uden for åbningstid",
    nameEn: "Ventilation is turned down outside opening hours",
    effectDa: "Målt i tolv bygninger: 8–14 % mindre strøm til ventilation.",
    effectEn: "Measured in twelve buildings: 8–14 % less electricity for ventilation.",
    ease: "moderate",
    kpi: "electricity",
    effect: "-240",
    responsible: "Driftsleder",
  },
  {
    code: "led",
    track: "utilities",
    nameDa: "LED-lys i gange og kældre",
    nameEn: "LED lighting in corridors and basements",
    effectDa: "Tilbagebetalt på under fire år i de bygninger, der er færdige.",
    effectEn: "Paid back within four years in the buildings that are done.",
    ease: "easy",
    kpi: "electricity",
    effect: "-95",
    responsible: "Driftsleder",
  },
  {
    code: "skyllevand",
    track: "utilities",
    nameDa: "Skyllevand fra vaskeprocesser bruges igen",
    nameEn: "Rinsing water from washing is used again",
    effectDa: "Et vaskerør, der genbruger sidste skyl, sparer en femtedel af vandet.",
    effectEn: "A washing line that reuses its last rinse saves a fifth of its water.",
    ease: "demanding",
    kpi: "water",
    effect: "-5200",
    responsible: "Produktionschef",
  },
  {
    code: "videomoede",
    track: "transport",
    nameDa: "Videomøde er førstevalg mellem matriklerne",
    nameEn: "Video meetings come first between the sites",
    effectDa: "To enheder halverede kørslen til interne møder på et år.",
    effectEn: "Two units halved the driving to internal meetings in a year.",
    ease: "easy",
    kpi: "business-kilometres",
    effect: "-18000",
    responsible: "Afdelingsledelserne",
  },
  {
    code: "samlede-leverancer",
    track: "transport",
    nameDa: "Varer leveres samlet tre dage om ugen",
    nameEn: "Goods are delivered together three days a week",
    effectDa: "Antallet af lastbiler ved rampen faldt fra elleve til seks om dagen.",
    effectEn: "Lorries at the ramp fell from eleven to six a day.",
    ease: "moderate",
    kpi: "business-kilometres",
    effect: "-9000",
    responsible: "Logistikchef",
  },
  {
    code: "praktikpladser",
    track: "social",
    nameDa: "Faste praktikpladser til borgere på vej i job",
    nameEn: "Standing placements for people on their way to a job",
    effectDa: "Fire af ti fortsatte i uddannelse eller job efter forløbet.",
    effectEn: "Four in ten went on to education or a job.",
    ease: "moderate",
    kpi: "work-trials",
    effect: "10",
    responsible: "HR-partner",
  },
];

export type RequirementEntry = { track: string; unit?: string; textDa: string; textEn: string };

export const requirements: RequirementEntry[] = [
  {
    track: "circular-economy",
    textDa: "Affald sorteres i mindst ti fraktioner, hvor det opstår",
    textEn: "Waste is sorted into at least ten fractions where it arises",
  },
  {
    track: "circular-economy",
    textDa: "Nyindkøb over 50.000 kr. begrundes over for genbrug og reparation",
    textEn: "Purchases above DKK 50,000 are justified against reuse and repair",
  },
  {
    track: "utilities",
    textDa: "Energiforbruget gennemgås hvert år, og de tre største spild udbedres",
    textEn: "Energy use is reviewed every year, and the three largest losses are mended",
  },
  {
    track: "transport",
    textDa: "Der ligger en plan for færre kørte kilometer i tjenesten",
    textEn: "There is a plan for fewer business kilometres",
  },
  {
    track: "social",
    textDa: "Alle kontrakter med tjenesteydere har sociale klausuler",
    textEn: "All contracts with service providers have social clauses",
  },
  {
    track: "utilities",
    unit: "midtVask",
    textDa: "Vandforbruget pr. kilo tøj opgøres hver måned",
    textEn: "Water per kilogram of laundry is accounted for every month",
  },
];

/** What an org unit writes anew beside the catalogue, by the org unit's name. */
export const ownWords: Record<string, { track: string; text: string; responsible: string }> = {
  Regionsapoteket: {
    track: "circular-economy",
    text: "Medicin med kort holdbarhed omfordeles mellem sygehusene før kassation",
    responsible: "Lagerchef",
  },
  Præhospitalet: {
    track: "transport",
    text: "Hver tredje akutbil udskiftes med en, der kører på el",
    responsible: "Flådeansvarlig",
  },
  Socialområdet: {
    track: "social",
    text: "Beboere er med til at drive genbrugsværkstedet",
    responsible: "Værkstedsleder",
  },
};
