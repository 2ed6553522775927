//! The public API as a text that people review.

use super::Surface;
use crate::package::HEADER;

/// What is said once of all items of a kind.
const EXPLANATION: &str = "\
// The public API of this crate: an item a line, sorted by path, without the functions of what every client has. Behind `//`
// stands what an item is in HTTP messages: method and path, parameter, property or value.
//
// All types of `models` are Clone, Debug, PartialEq, Serialize and Deserialize. Enums of listed values are also Eq, Hash,
// Display and From what they list; those of strings are AsRef<str> and FromStr too. Enums of `operations` are Clone, Debug
// and PartialEq; its structs are Debug and have the functions of `Request`, except for those of parameters, which are Clone
// and Copy.
";

/// `PUBLIC_API.txt`
pub(crate) fn text(surface: &Surface<'_>) -> String {
    let mut text = [HEADER, "\n//\n", EXPLANATION, "\n"].concat();
    for item in &surface.items {
        text.push_str(&item.line());
        text.push('\n');
    }
    text
}
