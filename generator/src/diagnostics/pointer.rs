use std::borrow::{Borrow, Cow};
use std::fmt;
use std::iter::successors;
use std::sync::Arc;

/// A JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)): the way from the root of a document to a value.
///
/// Cloning is cheap.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(Arc<str>);

impl Pointer {
    /// Returns the whole document: the empty pointer.
    #[must_use]
    pub fn root() -> Self {
        Self(Arc::from(""))
    }

    /// Returns the pointer that `text` spells (RFC 6901, section 5).
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(text.into())
    }

    /// Returns the member `key` (as it stands in the document, unescaped) of the object at this pointer.
    #[must_use]
    pub fn child(&self, key: &str) -> Self {
        Self([self.as_str(), "/", &escape(key)].concat().into())
    }

    /// Returns the element `index` (counted from 0) of the array at this pointer.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{self}/{index}").into())
    }

    /// Returns what holds the value at this pointer; nothing holds the root.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.0.rsplit_once('/')?;
        Some(Self(parent.into()))
    }

    /// Returns the texts of this pointer and of all above it, up to the root.
    pub(crate) fn upward(&self) -> impl Iterator<Item = &str> {
        successors(Some(self.as_str()), |at| {
            at.rsplit_once('/').map(|(parent, _)| parent)
        })
    }

    /// Returns the keys and indices on the way, unescaped, from the root on.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.steps(0).map(|(_, token)| token)
    }

    /// Returns the keys and indices on the way, unescaped, behind the pointer that the first `start` bytes of this one
    /// are; each with the number of bytes that lead to it.
    pub(crate) fn steps(&self, start: usize) -> impl Iterator<Item = (usize, Cow<'_, str>)> {
        let mut rest = self.0.get(start..).and_then(after_slash);
        std::iter::from_fn(move || {
            let token = rest?;
            rest = after_slash(token);
            let end = rest.map_or(token.len(), |rest| token.len() - rest.len() - 1);
            let behind = token.len() - end;
            Some((self.0.len() - behind, unescape(token.get(..end)?)))
        })
    }

    /// Returns the pointer in the notation of RFC 6901, section 5.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Pointer {
    fn default() -> Self {
        Self::root()
    }
}

impl Borrow<str> for Pointer {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

// RFC 6901, section 3: `~` first, so that it does not change what `/` became.
fn escape(key: &str) -> Cow<'_, str> {
    if key.contains(['~', '/']) {
        key.replace('~', "~0").replace('/', "~1").into()
    } else {
        key.into()
    }
}

// Tokens are short, and looked at more often than anything else: searching them byte by byte is fastest.
fn after_slash(text: &str) -> Option<&str> {
    let at = text.bytes().position(|byte| byte == b'/')?;
    text.get(at + 1..)
}

fn unescape(token: &str) -> Cow<'_, str> {
    if token.bytes().all(|byte| byte != b'~') {
        return token.into();
    }
    let (first, escaped) = token.split_once('~').unwrap_or((token, ""));
    let mut text = String::with_capacity(token.len());
    text.push_str(first);
    for part in escaped.split('~') {
        let (letter, rest) = match part.as_bytes().first() {
            Some(b'0') => ("~", 1),
            Some(b'1') => ("/", 1),
            _ => ("~", 0),
        };
        text.push_str(letter);
        text.push_str(part.get(rest..).unwrap_or_default());
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_escaped_and_come_back_unescaped() {
        let pointer = Pointer::root().child("paths").child("/a~1/{b}").index(3);
        assert_eq!(pointer.as_str(), "/paths/~1a~01~1{b}/3");
        assert_eq!(
            pointer.tokens().collect::<Vec<_>>(),
            ["paths", "/a~1/{b}", "3"]
        );
    }

    #[test]
    fn parents_end_at_the_root() {
        let pointer = Pointer::root().child("").child("x");
        assert_eq!(pointer.as_str(), "//x");
        let parent = pointer.parent();
        assert_eq!(parent, Some(Pointer::root().child("")));
        assert_eq!(parent.and_then(|it| it.parent()), Some(Pointer::root()));
        assert_eq!(Pointer::root().parent(), None);
        assert_eq!(Pointer::root().tokens().count(), 0);
        assert_eq!(pointer.upward().collect::<Vec<_>>(), ["//x", "/", ""]);
    }
}
