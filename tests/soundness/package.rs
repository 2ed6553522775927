//! What makes a package sound.

use std::path::{Component, Path};

use clientsmith::Package;

use super::{comments, is_dangerous, unique};

/// Demands that every file is where it may be and is what it says it is.
pub fn check(case: &str, package: &Package) {
    let mut syntax = Vec::new();
    for (path, text) in package.files() {
        path_is_sound(case, path);
        let embedded = path.starts_with("src/runtime/");
        if !embedded {
            text_is_sound(case, path, text);
            syntax.extend(parse(case, path, text).map(|file| (path, file)));
        }
    }
    unique::check(case, &syntax);
}

/// A path that stays in its folder on every platform.
fn path_is_sound(case: &str, path: &str) {
    let normal = |part: Component<'_>| matches!(part, Component::Normal(_));
    assert!(Path::new(path).components().all(normal), "{case}: {path:?}");
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "_-./".contains(letter);
    assert!(path.chars().all(plain), "{case}: {path:?}");
    let longest = path.split('/').map(str::len).max().unwrap_or_default();
    assert!((1..=200).contains(&longest), "{case}: {path:?} is too long");
    let known = path.starts_with("src/") || !path.contains('/');
    assert!(known, "{case}: {path:?} is in no folder of ours");
}

/// Text that shows what it holds.
fn text_is_sound(case: &str, path: &str, text: &str) {
    let dangerous = text
        .chars()
        .find(|letter| *letter != '\n' && is_dangerous(*letter));
    assert_eq!(dangerous, None, "{case}: an invisible letter in {path}");
    assert!(text.ends_with('\n'), "{case}: {path} ends inside a line");
}

fn parse(case: &str, path: &str, text: &str) -> Option<syn::File> {
    let extension = Path::new(path)
        .extension()
        .and_then(|extension| extension.to_str());
    match extension {
        Some("rs") => {
            comments::check(case, path, text);
            Some(syn::parse_file(text).unwrap_or_else(|error| panic!("{case}: {path}: {error}")))
        }
        Some("toml") => {
            let error = toml::from_str::<toml::Table>(text).err();
            assert_eq!(error, None, "{case}: {path}");
            None
        }
        Some("md") => {
            comments::check_page(case, path, text);
            None
        }
        _ => None,
    }
}
