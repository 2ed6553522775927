//! The new document, where it comes from.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::UpdateError;
use super::content::Content;
use super::made::Texts;
use super::target::{FileRole, Target};
use clientsmith::api_files::{ApiFiles, Inputs};
use clientsmith::internal::is_direction_control;

/// Checks that the changelog can say where a document comes from.
///
/// # Errors
///
/// [`UpdateError::Source`] if `source` is not one line, or a URL with credentials.
pub(super) fn check(source: &str) -> Result<(), UpdateError> {
    let is_hidden = |letter: char| {
        letter.is_control() || is_direction_control(letter) || "\u{2028}\u{2029}".contains(letter)
    };
    if source.trim().is_empty() || source.contains(is_hidden) {
        return Err(UpdateError::Source(
            "must be one line of text without control characters",
        ));
    }
    if has_credentials(source) {
        return Err(UpdateError::Source(
            "contains credentials, which the changelog would publish; remove everything between `//` and `@`",
        ));
    }
    Ok(())
}

/// Returns whether a text contains a URL with a user name and password, or with a token in their place
/// ([RFC 3986, section 3.2.1](https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1)).
fn has_credentials(text: &str) -> bool {
    text.match_indices("://").any(|(at, separator)| {
        let scheme = text.get(..at).unwrap_or_default().to_lowercase();
        let is_web = scheme.ends_with("http") || scheme.ends_with("https");
        let rest = text.get(at + separator.len()..).unwrap_or_default();
        let end = rest.find(|letter: char| "/?#\\".contains(letter) || letter.is_whitespace());
        let authority = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        authority.rsplit_once('@').is_some_and(|(user, _)| {
            // Without a path, what follows `@` is a revision.
            user.contains(':') || is_web && end.is_some()
        })
    })
}

/// Returns the files that the new document is read from.
pub(super) fn files(target: &Target, from: &Path) -> ApiFiles {
    let files = target.files();
    ApiFiles {
        root: PathBuf::new(),
        document: from.to_owned(),
        settings: files.settings.map(|settings| files.root.join(settings)),
        ..files
    }
}

/// Returns the texts of the new document and of the files that it refers to, and the settings.
pub(super) fn texts(
    target: &Target,
    from: &Path,
    old: &Inputs,
    new: &Inputs,
) -> Result<Texts, UpdateError> {
    let outside: Vec<String> = new
        .beside
        .iter()
        .filter(|path| path.starts_with("..") || Path::new(path).is_absolute())
        .cloned()
        .collect();
    if !outside.is_empty() {
        return Err(UpdateError::Outside {
            document: from.to_owned(),
            paths: outside,
        });
    }
    let mut texts = Texts {
        document: read(from)?,
        settings: target.text(&FileRole::Settings)?,
        ..Texts::default()
    };
    for path in &new.beside {
        let Some(content) = there(read(&from.with_file_name("").join(path)))? else {
            continue;
        };
        let role = FileRole::Beside(path.clone());
        let found = target.content(&role)?;
        if !old.beside.contains(path) && found.is_some_and(|found| found != content) {
            return Err(UpdateError::InTheWay(target.path(&role)));
        }
        texts.beside.insert(path.clone(), content);
    }
    Ok(texts)
}

/// Returns a file that is not there is a warning about the document, as ever.
fn there(content: Result<Content, UpdateError>) -> Result<Option<Content>, UpdateError> {
    match content {
        Err(UpdateError::Read { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(None),
        content => content.map(Some),
    }
}

pub(super) fn read(path: &Path) -> Result<Content, UpdateError> {
    let bytes = fs::read(path).map_err(|source| UpdateError::Read {
        path: path.to_owned(),
        source,
    })?;
    Ok(bytes.into())
}

/// Returns the files that only the old document refers to.
pub(super) fn unused(target: &Target, old: &Inputs, new: &Inputs) -> Vec<PathBuf> {
    let unused = old.beside.difference(&new.beside).cloned();
    unused
        .map(|path| target.path(&FileRole::Beside(path)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_lines_without_credentials() {
        for source in [
            "https://example.com/openapi.yaml@4f2a1c",
            "https://example.com@v1.2",
            "git@example.com:pets/api.git@v1",
            "ssh://git@example.com/pets.git",
            "https://example.com/a@b:c",
            "the vendor, by mail",
        ] {
            assert!(check(source).is_ok(), "{source}");
        }
        for source in [
            "",
            "a\nb",
            "a\u{1b}[2J",
            "a\u{202e}b",
            "https://user:secret@example.com/openapi.yaml",
            "https://token@example.com/openapi.yaml@v1",
            "HTTPS://user:secret@example.com",
            "from ftp://user:secret@example.com/a",
        ] {
            assert!(check(source).is_err(), "{source}");
        }
    }
}
