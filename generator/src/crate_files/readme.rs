//! The README of the generated crate.

use crate::doc_text::{doc_lines, summary_sentence};
use crate::emit::{Input, example};

pub(super) fn readme(input: Input<'_>) -> String {
    let (api, package) = (input.api, &input.settings.package);
    let header = crate::package::HEADER.trim_start_matches("// ");
    let mut lines = vec![
        format!("<!-- {header} -->"),
        String::new(),
        format!("# {}", package.name),
        String::new(),
    ];
    let description = doc_lines(&api.description);
    if description.is_empty() {
        lines.push(format!("A client for {}.", summary_sentence(&api.title)));
    }
    lines.extend(description);
    lines.push(String::new());
    lines.extend(example(input, "rust"));
    lines.extend([
        String::new(),
        "The documentation of the crate lists every operation and type.".to_owned(),
        String::new(),
    ]);
    lines.join("\n")
}
