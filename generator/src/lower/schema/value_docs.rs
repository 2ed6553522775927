//! Descriptions of single enum values, which OpenAPI has no place for and documents write as a list.

/// The description of each of `values` that a list in `description` gives, as in ``- `READY`: accepts connections``.
pub(super) fn value_docs(description: &str, values: &[String]) -> Vec<String> {
    let items: Vec<(&str, &str)> = description.lines().filter_map(list_item).collect();
    values.iter().map(|value| doc_of(value, &items)).collect()
}

fn doc_of(value: &str, items: &[(&str, &str)]) -> String {
    items
        .iter()
        .find(|(name, _)| *name == value)
        .map(|(_, text)| (*text).to_owned())
        .unwrap_or_default()
}

/// A list item that begins with a value: the value and the text behind it.
fn list_item(line: &str) -> Option<(&str, &str)> {
    let item = line
        .trim_start()
        .strip_prefix(['-', '*', '+'])?
        .trim_start();
    let (name, rest) = match item.strip_prefix('`') {
        Some(quoted) => quoted.split_once('`')?,
        None => item.split_once(':').or_else(|| item.split_once(" - "))?,
    };
    let text = rest.trim_start_matches([':', '-', '–', '—', ' ']).trim();
    (!text.is_empty()).then_some((name.trim_matches(['*', ' ']), text))
}
