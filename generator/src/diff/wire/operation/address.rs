//! How the address of an operation changed, in words that fit other operations with the same change.

use super::Found;
use crate::diff::wire::words;

/// Which part of the method and path another one took the place of.
pub(super) fn moved(old: &Found<'_>, new: &Found<'_>) -> String {
    if old.method != new.method {
        let (was, is) = (old.method.to_uppercase(), new.method.to_uppercase());
        return format!("is {is} {} instead of {was} {}", new.path, old.path);
    }
    let (was, is) = differing(&old.path, &new.path);
    match (was.as_str(), is.as_str()) {
        ("", is) => format!("has {} in its path", words::address(is)),
        (was, "") => format!("does not have {} in its path any more", words::address(was)),
        (was, is) => {
            let (was, is) = (words::address(was), words::address(is));
            format!("has {is} in its path instead of {was}")
        }
    }
}

/// Which names in the path others took the place of.
pub(super) fn renamed(old: &Found<'_>, new: &Found<'_>) -> String {
    let names = old.template().into_iter().zip(new.template());
    let renamed = names.filter(|(was, is)| was != is);
    let renamed: Vec<_> = renamed
        .map(|(was, is)| format!("{} instead of {}", words::code(is), words::code(was)))
        .collect();
    format!("has {} in its path", words::list(&renamed))
}

/// The segments in which two paths differ, without those that they have in common before and after.
fn differing(old: &str, new: &str) -> (String, String) {
    let (mut old, mut new): (Vec<_>, Vec<_>) = (old.split('/').collect(), new.split('/').collect());
    while let (Some(one), Some(other)) = (old.last(), new.last())
        && one == other
    {
        old.pop();
        new.pop();
    }
    let common = old.iter().zip(&new).take_while(|(one, other)| one == other);
    let common = common.count();
    let rest = |segments: &[&str]| {
        let segments = segments.iter().skip(common);
        segments.flat_map(|segment| ["/", segment]).collect()
    };
    (rest(&old), rest(&new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_told() {
        let check = |old, new, was: &str, is: &str| {
            assert_eq!(differing(old, new), (was.to_owned(), is.to_owned()));
        };
        check("/v1/pets", "/v2/pets", "/v1", "/v2");
        check("/pets", "/v2/pets", "", "/v2");
        check("/a/pets/{id}", "/a/cats/{id}", "/pets", "/cats");
        check("/a/a", "/a", "/a", "");
    }
}
