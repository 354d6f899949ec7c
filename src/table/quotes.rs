use super::table;
use crate::claim::record::QuoteClaim;

table! {
    "claims" "quotes" QuoteClaim: "A quotation, or one part of a split one." {
        id: "The claim's id, `article:quote:start-end`.",
        article: "The article it stands in.",
        start: "The first code point of the content, inside the marks.",
        end: "The code point after its last.",
        text: "The content, without marks, cue or speaker.",
        sentence_start: "The first code point of its sentence.",
        sentence_end: "The code point after the last of its sentence.",
        kind: "direct, indirect, mixed, scare, title or headline.",
        speaker: "Who speaks, as in the fullest mention in the article; null where the text does not say.",
        speaker_entity: "The speaker's canonical id.",
        speaker_text: "The speaker's mention at the quote, pronoun or not.",
        speaker_start: "The first code point of that mention.",
        speaker_end: "The code point after its last.",
        via: "Through whom it reached the article: a medium, or who told what the speaker said.",
        cue: "The word of saying.",
        negated: "Whether the saying is negated.",
        addressee: "Who is spoken to.",
        occasion: "Where or on what occasion.",
        earliest: "The first day it may have been said.",
        latest: "The last day it may have been said.",
        utterance: "Shared by the parts of a split quotation.",
        fingerprint: "A name made of sentence and value without offsets.",
        rule: "The rule that read it.",
    }
}
