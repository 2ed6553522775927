//! What the `mapping` of a discriminator refers to (OpenAPI 3.0.3, Discriminator Object).

use percent_encoding::percent_decode_str;

use crate::diagnostics::Pointer;
use crate::load::{Document, target_of};

/// Endings of file names, for documents that keep each schema in a file of its own.
const ENDINGS: &[&str] = &[".json", ".yaml", ".yml"];

/// Whether `reference` means the schema at `at`, which is called `name`.
pub(super) fn means(document: &Document, reference: &str, at: &Pointer, name: &str) -> bool {
    leads_to(document, reference).as_ref() == Some(at) || refers_to(reference, name)
}

/// Where a reference leads.
fn leads_to(document: &Document, reference: &str) -> Option<Pointer> {
    let fragment = percent_decode_str(reference.strip_prefix('#')?).decode_utf8_lossy();
    let (target, _) = document.resolve(&Pointer::parse(&fragment));
    target
}

/// Whether `reference`, a reference, the name of a schema or that of a file, means the schema called `name`.
fn refers_to(reference: &str, name: &str) -> bool {
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
