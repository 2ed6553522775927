//! What the `mapping` of a discriminator refers to (OpenAPI 3.0.3, Discriminator Object).

use crate::load::target_of;

/// Endings of file names, for documents that keep each schema in a file of its own.
const ENDINGS: &[&str] = &[".json", ".yaml", ".yml"];

/// Whether `reference`, a reference, the name of a schema or that of a file, means the schema called `name`.
pub(super) fn refers_to(reference: &str, name: &str) -> bool {
    let Some(target) = target_of(reference) else {
        return false;
    };
    let has_ending = |ending: &&str| target.strip_suffix(*ending) == Some(name);
    target == name || ENDINGS.iter().any(has_ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_references_and_files_are_understood() {
        for reference in [
            "Cat",
            "#/components/schemas/Cat",
            "Cat.json",
            "./schemas/Cat.yaml",
            "cat.yaml#/Cat",
        ] {
            assert!(refers_to(reference, "Cat"), "{reference}");
        }
        assert!(refers_to("#/components/schemas/A%20~1B", "A /B"));
        assert!(!refers_to("Dog", "Cat"));
        assert!(!refers_to("", "Cat"));
    }
}
