use super::table;
use crate::claim::record::NameClaim;

table! {
    "claims" "names" NameClaim: "A mention of a person, an organisation or a place." {
        id: "The claim's id, `article:name:start-end`.",
        article: "The article it stands in.",
        start: "The first code point of the mention, without title.",
        end: "The code point after its last.",
        text: "The mention as written.",
        mention: "How it is mentioned: proper, nominal or pronoun.",
        r#type: "PERSON, ORG or LOC; metonymy does not change it.",
        entity: "The canonical id of what it names, `person:sergey-lavrov`.",
        canonical: "The fullest form of the name in the article.",
        role: "The title or office that stands with it.",
        acts_as: "What a place's name stands for in its clause: government or place.",
        rule: "The rule that read it.",
    }
}
