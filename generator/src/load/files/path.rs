//! Paths of references (RFC 3986, section 5) between files.

use percent_encoding::percent_decode_str;

/// Returns the path that `reference`, made in the file at `base`, leads to; or why it is not followed.
pub(super) fn join(base: &str, reference: &str, outside: bool) -> Result<String, String> {
    let reference = percent_decode_str(reference).decode_utf8_lossy();
    let reference = reference.replace('\\', "/");
    if reference.contains("://") || reference.starts_with("//") {
        return Err("is a URL, which is not downloaded".to_owned());
    }
    if reference.starts_with('/') || reference.get(1..2) == Some(":") {
        return Err("is an absolute path, not one relative to the document".to_owned());
    }
    let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(reference.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    if parts.first() == Some(&"..") && !outside {
        return Err("is outside of the folder of the document".to_owned());
    }
    Ok(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(base: &str, reference: &str, path: &str) {
        assert_eq!(join(base, reference, false).as_deref(), Ok(path));
    }

    #[test]
    fn paths_are_relative_to_the_file_that_refers() {
        check("", "pet.yaml", "pet.yaml");
        check("", "./models/pet%20one.yaml", "models/pet one.yaml");
        check("models/pet.yaml", "owner.yaml", "models/owner.yaml");
        check("models/pet.yaml", "../common.yaml", "common.yaml");
        check("a/b/c.yaml", "..\\d.yaml", "a/d.yaml");
    }

    #[test]
    fn what_is_not_beside_the_document_is_refused() {
        for reference in [
            "https://a.example/b.yaml",
            "//a/b",
            "/etc/passwd",
            "C:/a",
            "../a",
            "a/../../b",
            "%2e%2e/a",
        ] {
            assert!(join("", reference, false).is_err(), "{reference}");
        }
        assert_eq!(join("", "../a.yaml", true).as_deref(), Ok("../a.yaml"));
        assert!(join("", "/etc/passwd", true).is_err());
    }
}
