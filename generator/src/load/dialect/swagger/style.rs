//! Formats of collections and the styles that stand for them.

/// A style (OpenAPI 3.0.3, Parameter Object, Style Values).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    pub name: &'static str,
    pub explode: bool,
    /// Whether it writes what the format of the collection asks for.
    pub is_exact: bool,
}

/// Formats of queries and forms (Swagger 2.0, Parameter Object, `collectionFormat`).
const OF_QUERIES: &[(&str, &str, bool)] = &[
    ("csv", "form", false),
    ("ssv", "spaceDelimited", false),
    ("pipes", "pipeDelimited", false),
    ("multi", "form", true),
];

/// The style for a format in the place that `in` names. Paths and headers have commas alone.
pub(super) fn style(place: &str, format: &str) -> Style {
    let is_query = ["query", "formData"].contains(&place);
    let fallback = if ["query", "formData", "cookie"].contains(&place) {
        "form"
    } else {
        "simple"
    };
    let row = OF_QUERIES
        .iter()
        .find(|(name, ..)| is_query && *name == format);
    match row {
        Some(&(_, name, explode)) => Style {
            name,
            explode,
            is_exact: true,
        },
        None => Style {
            name: fallback,
            explode: false,
            is_exact: !is_query && format == "csv",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(place: &str, format: &str, name: &str, explode: bool, is_exact: bool) {
        let found = style(place, format);
        assert_eq!(
            (found.name, found.explode, found.is_exact),
            (name, explode, is_exact),
            "{format} in {place}"
        );
    }

    #[test]
    fn formats_have_styles_by_place() {
        check("query", "csv", "form", false, true);
        check("query", "multi", "form", true, true);
        check("query", "ssv", "spaceDelimited", false, true);
        check("formData", "pipes", "pipeDelimited", false, true);
        check("query", "tsv", "form", false, false);
        check("path", "csv", "simple", false, true);
        check("header", "pipes", "simple", false, false);
        check("path", "multi", "simple", false, false);
    }
}
