//! The form of a document: JSON stays JSON, YAML stays YAML.

use serde::de::IgnoredAny;
use serde_json::Value;

use super::content::Content;
use super::text_style::TextStyle;
use clientsmith::internal::{decoded, raw_value, to_yaml};

/// What a document was converted to, because the one that it takes the place of is written so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// JSON.
    Json,
    /// YAML.
    Yaml,
}

impl Conversion {
    /// Returns the name of the form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Yaml => "YAML",
        }
    }
}

/// Returns the document `new` in the form of `old`; nothing, if it has that form, or says something else in it.
pub(super) fn converted(old: &Content, new: &Content) -> Option<(Conversion, Content)> {
    let form = match (is_json(old), is_json(new)) {
        (true, false) => Conversion::Json,
        (false, true) => Conversion::Yaml,
        _ => return None,
    };
    let value = raw_value(new.bytes())?;
    let text = write(form, &value)?;
    let is_same = raw_value(text.as_bytes()).as_ref() == Some(&value);
    let style = old.text().map(|old| TextStyle::split(old).0);
    is_same.then(|| (form, Content::from(style.unwrap_or_default().apply(&text))))
}

fn write(form: Conversion, value: &Value) -> Option<String> {
    match form {
        Conversion::Json => serde_json::to_string_pretty(value)
            .ok()
            .map(|text| text + "\n"),
        Conversion::Yaml => to_yaml(value),
    }
}

fn is_json(content: &Content) -> bool {
    let Some(text) = decoded(content.bytes()) else {
        return false;
    };
    serde_json::from_str::<IgnoredAny>(&text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(old: &str, new: &str, expected: Option<&str>) {
        let content = |text: &str| Content::from(text.to_owned());
        let found = converted(&content(old), &content(new));
        let found = found.map(|(_, content)| String::from_utf8(content.bytes().to_vec()).unwrap());
        assert_eq!(found.as_deref(), expected, "{new}");
    }

    #[test]
    fn documents_keep_their_form() {
        check("{}", "{\"a\": 1}", None);
        check("a: 1", "a: 2", None);
        check("\u{feff}{}", "{\"a\": 1}", None);
        check(
            "\u{feff}{\r\n}",
            "a: 1",
            Some("\u{feff}{\r\n  \"a\": 1\r\n}\r\n"),
        );
        check(
            "a: 1",
            "{\"b\": {\"200\": \"no\"}, \"a\": [1.0, 1e400]}",
            Some("b:\n  '200': no\na:\n- 1.0\n- 1e400\n"),
        );
        check(
            "{}",
            "b: 1 # one\n200: yes\n",
            Some("{\n  \"b\": 1,\n  \"200\": \"yes\"\n}\n"),
        );
    }
}
