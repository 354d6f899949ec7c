use super::*;
use crate::read::clause::clauses;
use crate::read::dates::dates;
use crate::read::marks::quoted;

fn told(page: &Page, sentence: &Sentence, marks: &[Quoted]) -> Vec<Attribution> {
    let lexicon = Lexicon::english();
    let found = dates(page, sentence, lexicon);
    attributions(page, sentence, &clauses(page, sentence, lexicon), marks, &|| &found[..], lexicon)
}

/// Each attribution as `source | cue | content`, with what else it has behind it.
fn check(text: &str, expected: &[&str]) {
    let lexicon = Lexicon::english();
    let page = Page::new(text, lexicon);
    let paragraph = &page.paragraphs[0];
    let marks = quoted(&page, paragraph);
    let show = |r: Option<Run>| r.map_or("-", |r| page.text(r));
    let got: Vec<_> = page
        .sentences
        .iter()
        .flat_map(|s| told(&page, s, &marks))
        .map(|a| {
            let mut s = format!("{} | {} | {}", show(a.source), page.text(a.cue), show(a.content));
            if let Some(r) = a.addressee {
                s += " | to ";
                s += page.text(r);
            }
            if let Some(r) = a.occasion {
                s += " | ";
                s += page.text(r);
            }
            if a.negated {
                s += " | negated";
            }
            s
        })
        .collect();
    assert_eq!(got, expected, "{text}");
}

#[test]
fn an_article_begins_a_speaker_where_commas_are_left_out() {
    check("At least 72 people were killed in the town on Tuesday a monitoring group said.", &["a monitoring group | said | -"]);
    check(
        "The head of the monitoring group said nobody was hurt.",
        &["The head of the monitoring group | said | nobody was hurt"],
    );
}

#[test]
fn the_speaker_before_the_words() {
    check("Arlo Brandt said that the bridge had fallen.", &["Arlo Brandt | said | the bridge had fallen"]);
    check("Police said the bridge had fallen.", &["Police | said | the bridge had fallen"]);
    check("The ministry said: \"The bridge fell.\"", &["The ministry | said | The bridge fell"]);
    check(
        "Brandt, a spokesman for the port, said the bridge had fallen.",
        &["Brandt, a spokesman for the port | said | the bridge had fallen"],
    );
    check("The mayor told reporters that the bridge had fallen.", &["The mayor | told | the bridge had fallen | to reporters"]);
    check("In a statement, the ministry said the road was open.", &["the ministry | said | the road was open | In a statement"]);
    check("Brandt, who had seen the bridge, warned that it would fall.", &["Brandt | warned | it would fall"]);
    check(
        "The ministry said in a statement that the road was open.",
        &["The ministry | said | the road was open | in a statement"],
    );
}

#[test]
fn one_cue_behind_another() {
    check(
        "Brandt said the council would formally announce the plan and suggested that it would fail.",
        &["Brandt | said | the council would formally announce the plan", "Brandt | suggested | it would fail"],
    );
    check("What Brandt says is a lie.", &[]);
    check(
        "The army said it killed ten rebels and the governor said the road was open.",
        &["The army | said | it killed ten rebels", "the governor | said | the road was open"],
    );
}

#[test]
fn the_speaker_behind_the_words() {
    check("\"The bridge fell,\" said Brandt.", &["Brandt | said | The bridge fell"]);
    check("\"The bridge fell,\" Brandt told reporters.", &["Brandt | told | The bridge fell | to reporters"]);
    check("The bridge had fallen, police said.", &["police | said | The bridge had fallen"]);
    check("\"It fell,\" he said, \"and nobody saw it.\"", &["he | said | It fell", "he | said | and nobody saw it"]);
    check("The bridge, he said, would fall.", &["he | said | The bridge", "he | said | would fall"]);
}

#[test]
fn according_to() {
    check("According to Brandt, the bridge fell.", &["Brandt | According to | the bridge fell"]);
    check("The bridge fell, according to the ministry.", &["the ministry | according to | The bridge fell"]);
}

#[test]
fn no_statements() {
    check("The mayor declined to comment.", &["The mayor | declined to comment | - | negated"]);
    check("Police did not say who was held.", &["Police | say | - | negated"]);
    check("The reports of the ministry were late.", &[]);
    check("He believes the bridge will fall.", &[]);
}

#[test]
fn nothing_breaks_on_odd_sentences() {
    for text in [
        "said",
        "said said",
        "\" said",
        ", said",
        "said,",
        "according to",
        "told",
        "He told.",
        "“said”",
        "X, said",
        "in a statement said",
    ] {
        let lexicon = Lexicon::english();
        let page = Page::new(text, lexicon);
        for paragraph in &page.paragraphs {
            let marks = quoted(&page, paragraph);
            for s in &page.sentences {
                let _ = told(&page, s, &marks);
            }
        }
    }
}
