use super::table;
use crate::report::record::ChecklistRow;

table! {
    "report" "checklist" ChecklistRow: "One fact of a draft, to be ticked off, in reading order." {
        nr: "Its number.",
        article: "The draft.",
        start: "Its first code point.",
        end: "The code point after its last.",
        text: "The claim as written.",
        kind: "casualty, meeting or quote.",
        value: "What it says.",
        supported_by: "The claims that bear it out.",
        contradicted_by: "The claims that contradict it.",
        undecided_because: "What is missing to decide.",
        findings: "The findings that name it.",
        checked: "Left empty, for the checker's tick.",
        by: "Left empty, for the checker's name.",
        note: "Left empty, for the checker's note.",
    }
}
