"""The words of the made-up archive that `generate.py` tells: towns, people and outlets are invented, and so is every sentence."""

from __future__ import annotations

HEADS = "Bel Dor Kar Mor Tal Ves Zan Hal Rin Sel Ost Pir Gol Nar Lum Fen".split()
TAILS = "avi ensk oria umba eth adar ollo isti ugan erra amund oshe iket alla".split()
ENDINGS = ",n,r,s,ke,vic,dal,son,ov,ez,ian,wa".split(",")
GIVEN = (
    "Anna Ivan Maria Omar Leila Peter Yusuf Clara Hassan Nadia Viktor Rosa Tariq Elena Samuel Aisha "
    "Marta Daniel Farida Jonas Ines Rashid Olga Mateo Amina Felix Zoran Lucia Karim Irina Pavel Naomi"
).split()
NATIONS = (
    "Chile Bolivia Norway Iceland Georgia Moldova Jordan Tunisia Kenya Malawi Ghana Peru Latvia Oman Nepal Laos "
    "Austria Belgium Bulgaria Croatia Denmark Ecuador Estonia Finland Greece Hungary Ireland Kuwait Lithuania Malaysia "
    "Mongolia Morocco Namibia Panama Paraguay Portugal Romania Senegal Serbia Slovakia Slovenia Sweden Tanzania Thailand "
    "Uganda Uruguay Vietnam Zambia"
).split()
OFFICES = ("Foreign Minister", "Prime Minister", "Trade Minister", "Defence Minister", "Finance Minister", "Interior Minister")
CITIES = "Kabul Baghdad Aleppo Mogadishu Karachi Manila Lagos Bogota Cairo Dhaka Jakarta Nairobi".split()
PAPERS = "Post Gazette Herald Courier Tribune Observer".split()
WIRES = ("Northern Wire", "Harbour Press", "Meridian Agency")

BLOWS = ("an explosion", "a car bomb", "an air strike", "a landslide", "a fire", "a bus crash", "a flood", "shelling")
HITS = ("hit", "struck", "tore through", "destroyed", "damaged")
HARMS = (
    "killing {} people and wounding {}",
    "killing {} people and injuring {} others",
    "killing {} people and leaving {} wounded",
    "killing {} people; {} more were injured",
)
SITES = (
    "market school bakery clinic bridge hotel warehouse mill garage cinema dormitory bathhouse workshop library tannery "
    "pharmacy stable brewery sawmill laundry"
).split()
HOLDERS = (
    "police",
    "a hospital official",
    "the health ministry",
    "residents",
    "state media",
    "the governor's office",
    "rescue workers",
    "the civil defence agency",
    "a doctor at the hospital",
    "the interior ministry",
)
VOWS = (
    "have never asked for",
    "will not give up",
    "are waiting in vain for",
    "were told to forget",
    "cannot rebuild",
    "have paid twice for",
    "would rather lose",
    "must first repair",
    "still remember",
    "keep up",
    "do not miss",
    "want back",
)
OPENINGS = ("I want to be clear that", "At the end of the day", "As I have said before,", "It is no secret that")
WARS = (
    *(
        f"The {what} has killed more than {dead},000 people since it began in {year}."
        for what, dead, year in (
            ("war", 220, 2011),
            ("war", 14, 2014),
            ("insurgency", 36, 2009),
            ("conflict", 70, 1998),
            ("civil war", 52, 2013),
            ("rebellion", 9, 2007),
        )
    ),
    "The conflict has driven 1.4 million people from their homes, according to aid groups.",
    "The floods of last autumn killed at least 340 people in the three provinces of the delta.",
)

PEOPLE = (
    "residents traders engineers bakers drivers volunteers shopkeepers clerks surveyors farmers teachers fishermen carpenters "
    "students gardeners porters tailors sailors masons weavers beekeepers millers cooks painters printers plumbers librarians "
    "shepherds joiners postmen"
).split()
ADJECTIVES = (
    "narrow broken old empty rusty crowded heavy small new wet wooden yellow crooked steep dusty frozen painted hollow quiet "
    "northern southern eastern western shallow tall muddy bright tin copper woollen borrowed mended patched spare loose tidy "
    "slippery windy sunny shady distant nearby forgotten familiar plain striped grey green brown blue white black pale faded "
    "folded twisted flat round square oval long short wide thin thick hard soft dry damp cold warm hot cool fresh stale sweet "
    "bitter sour ripe late early slow quick loud silent gentle rough smooth sharp blunt clean dirty cheap costly rare common "
    "plentiful public private shared locked open covered tiled thatched paved gravel stone brick iron leather paper glass linen "
    "canvas clay amber silver modest humble solid brittle leaking humming creaking"
).split()
NOUNS = (
    "shed cart yard well road orchard lamp boat gate blanket roof fence ladder bench barrel basket kettle stove window door "
    "shutter curtain staircase attic cellar chimney courtyard garden meadow hedge ditch canal sluice weir pond ferry jetty pier "
    "harbour lighthouse anchor net rope sail mast oar bucket pump pipe valve tank cistern fountain trough tower bell clock "
    "signpost kiosk tram track platform siding signal tunnel viaduct culvert embankment quarry kiln forge anvil lathe loom "
    "spindle mangle press mould crate pallet trolley wagon saddle harness bridle plough rake scythe sickle spade hoe seedbed "
    "greenhouse vineyard olive apricot onion barley wheat millet pepper lentil pumpkin cheese loaf oven counter ledger stamp "
    "envelope parcel map compass lens drum fiddle piano choir stage poster banner flag lantern candle mirror carpet cushion "
    "mattress quilt scarf coat boot glove button needle thread ribbon bolt hinge nail plank beam rafter tile gutter drain "
    "pavement kerb hydrant mailbox archive register stairwell balcony terrace porch veranda"
).split()
VERBS = (
    "swept mended painted carried pushed greased watered emptied filled opened locked counted measured sorted stacked folded "
    "washed dried hauled lifted lowered raised tied loosened fastened repaired rebuilt cleared covered polished scrubbed "
    "planted pruned picked gathered weighed traded borrowed lent rented cleaned oiled sharpened hammered nailed glued sewed "
    "wove dyed pressed baked peeled salted smoked stored shipped unloaded unpacked wrapped labelled stamped delivered fetched "
    "moved turned bent straightened drained dug fenced paved levelled marked numbered listed drew sketched photographed "
    "praised mocked admired ignored noticed guarded inspected tested tuned wound"
).split()
HAPPENED = (
    "leaked rusted opened closed grew dried froze shone sagged creaked emptied filled tilted settled faded hummed rattled "
    "swayed steamed smelled thawed cracked crumbled rotted sparkled glowed drifted slipped stuck stalled waited stood slept "
    "returned vanished reappeared multiplied shrank expanded cooled"
).split()
MANNERS = (
    "again",
    "at noon",
    "by evening",
    "in the rain",
    "for weeks",
    "after dark",
    "all summer",
    "without warning",
    "at dawn",
    "little by little",
    "twice a day",
    "overnight",
    "as ever",
    "in the frost",
    "under the snow",
    "before breakfast",
    "since spring",
    "at low tide",
    "for a while",
    "with the thaw",
    "once more",
    "until sunset",
    "against all custom",
    "to nobody's surprise",
    "for the first time in years",
    "on the other side of the river",
    "in the middle of the night",
    "at the end of the month",
)
PLACED = "near behind along beside below above past beyond around outside opposite inside".split()
LINKS = "while although because since before until where as though whenever".split()
