//! Calls of the runtime's macros, of which prettyplease knows no layout.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, Expr, ExprLit, ItemMacro, Lit, MacroDelimiter, Meta};

/// How long a line may get before its lists are written one item a line: as for prettyplease.
const MAX_WIDTH: usize = 89;

const INDENT: &str = "    ";

/// Returns the call, below its comment. What is in braces has one member a line.
pub(super) fn text(call: &ItemMacro) -> String {
    let mut text = String::new();
    for comment in call
        .attrs
        .iter()
        .filter_map(|attribute| string(attribute, "comment"))
    {
        text.extend(["//", &comment, "\n"]);
    }
    let names = call.mac.path.segments.iter();
    let names: Vec<String> = names.map(|segment| segment.ident.to_string()).collect();
    text.extend([&names.join("::"), "!"]);
    let tokens = call.mac.tokens.clone();
    match call.mac.delimiter {
        MacroDelimiter::Brace(_) => {
            text.push(' ');
            put_lines(&mut text, "{", tokens, "}", 0);
        }
        MacroDelimiter::Paren(_) => text.extend(["(", &flat(tokens), ")"]),
        MacroDelimiter::Bracket(_) => text.extend(["[", &flat(tokens), "]"]),
    }
    text.extend(call.semi_token.map(|_| ";"));
    text.push('\n');
    text
}

/// Returns the text of an attribute `#[name = "text"]`.
fn string(attribute: &Attribute, name: &str) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident(name) => match &meta.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// A member of a list, with its documentation and whether a comma is behind it.
#[derive(Default)]
struct Member {
    docs: Vec<String>,
    pieces: Vec<Piece>,
    has_comma: bool,
}

/// What stands together without a space: a word, an operator such as `::`, or a group.
enum Piece {
    Word(String),
    Operator(String),
    Group(Group),
}

/// Returns the members of a list.
fn members(tokens: TokenStream) -> Vec<Member> {
    let (mut members, mut member, mut depth) = (Vec::new(), Member::default(), 0_usize);
    let mut pieces = pieces(tokens).into_iter();
    while let Some(piece) = pieces.next() {
        match piece.operator() {
            "#" if member.pieces.is_empty() => {
                member.docs.extend(pieces.next().and_then(documentation));
                continue;
            }
            "," if depth == 0 => {
                member.has_comma = true;
                members.push(std::mem::take(&mut member));
                continue;
            }
            "<" => depth += 1,
            ">" => depth = depth.saturating_sub(1),
            _ => {}
        }
        member.pieces.push(piece);
    }
    if !member.pieces.is_empty() {
        members.push(member);
    }
    members
}

/// Returns the text in the brackets of `#[doc = "text"]`.
fn documentation(brackets: Piece) -> Option<String> {
    let Piece::Group(brackets) = brackets else {
        return None;
    };
    let attribute: Attribute = syn::parse_quote!(# #brackets);
    string(&attribute, "doc")
}

fn pieces(tokens: TokenStream) -> Vec<Piece> {
    let (mut pieces, mut operator) = (Vec::new(), String::new());
    for token in tokens {
        match token {
            TokenTree::Punct(mark) => {
                operator.push(mark.as_char());
                if mark.spacing() == Spacing::Alone || matches!(mark.as_char(), '<' | '>' | '&') {
                    pieces.push(Piece::Operator(std::mem::take(&mut operator)));
                }
            }
            TokenTree::Group(group) => pieces.push(Piece::Group(group)),
            word => pieces.push(Piece::Word(word.to_string())),
        }
    }
    pieces
}

impl Piece {
    /// Returns the operator, or nothing if it is none.
    fn operator(&self) -> &str {
        match self {
            Self::Operator(operator) => operator,
            Self::Word(_) | Self::Group(_) => "",
        }
    }

    /// Returns whether a space is between this piece and the next one. In calls of our macros, `<` and `>` enclose
    /// types.
    fn is_apart_from(&self, next: &Self) -> bool {
        let sticks = matches!(self.operator(), "::" | "<" | "&" | ".." | "-");
        let is_call = matches!(
            (self, next),
            (Self::Word(_), Self::Group(group)) if group.delimiter() == Delimiter::Parenthesis
        );
        let is_stuck = matches!(next.operator(), "," | ":" | "::" | "<" | ">");
        !(sticks || is_call || is_stuck)
    }
}

/// A list with one member a line, behind a text whose last line is indented `depth` times.
fn put_lines(text: &mut String, open: &str, list: TokenStream, close: &str, depth: usize) {
    let indent = INDENT.repeat(depth + 1);
    text.extend([open, "\n"]);
    for member in members(list) {
        for line in member.docs {
            text.extend([&indent, "///", &line, "\n"]);
        }
        text.push_str(&indent);
        put_pieces(text, &member.pieces, Some(depth + 1));
        text.push_str(if member.has_comma { ",\n" } else { "\n" });
    }
    text.push_str(&INDENT.repeat(depth));
    text.push_str(close);
}

/// Pieces with spaces between them: on one line if there is no `depth`, else on several if they are too long for one or
/// have braces, with that indentation.
fn put_pieces(text: &mut String, pieces: &[Piece], depth: Option<usize>) {
    let mut left: Option<&Piece> = None;
    for piece in pieces {
        if left.is_some_and(|left| left.is_apart_from(piece)) {
            text.push(' ');
        }
        match piece {
            Piece::Word(word) | Piece::Operator(word) => text.push_str(word),
            Piece::Group(group) => put_group(text, group, depth),
        }
        left = Some(piece);
    }
}

fn put_group(text: &mut String, group: &Group, depth: Option<usize>) {
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    };
    let tokens = group.stream();
    let inside = flat(tokens.clone());
    match depth {
        Some(depth) if has_braces(group) || !fits(text, &inside) => {
            let comma = (group.delimiter() != Delimiter::Brace).then(|| quote!(,));
            put_lines(text, open, quote!(#tokens #comma), close, depth);
        }
        _ => text.extend([open, &inside, close]),
    }
}

/// Returns whether the last line of `text` has room for a group of this content, and for a comma.
fn fits(text: &str, inside: &str) -> bool {
    let start = text.rfind('\n').map_or(0, |end| end + 1);
    let line = text.get(start..).unwrap_or_default();
    line.chars().count() + inside.chars().count() + 3 <= MAX_WIDTH
}

/// Returns whether there is something in braces in a group.
fn has_braces(group: &Group) -> bool {
    let inner = |token| matches!(token, TokenTree::Group(group) if has_braces(&group));
    let mut tokens = group.stream().into_iter().peekable();
    (group.delimiter() == Delimiter::Brace && tokens.peek().is_some()) || tokens.any(inner)
}

/// Tokens on one line.
fn flat(tokens: TokenStream) -> String {
    let mut text = String::new();
    put_pieces(&mut text, &pieces(tokens), None);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_have_lines_of_their_own() {
        let call: ItemMacro = syn::parse_quote! {
            #[comment = " Of pets."]
            model::union! {
                Pet {
                    0 => Cat: Object { tags: &[("type", &["cat"])], members: &[("a", b::C { d: e, ..f() })], } of x,
                    #[doc = " Of a list."]
                    a(impl Into<std::collections::BTreeMap<String, Vec<i64>>>),
                    One = -1,
                    ..rest: numbers
                }
            }
        };
        let expected = "// Of pets.
model::union! {
    Pet {
        0 => Cat: Object {
            tags: &[(\"type\", &[\"cat\"])],
            members: &[
                (
                    \"a\",
                    b::C {
                        d: e,
                        ..f()
                    },
                ),
            ],
        } of x,
        /// Of a list.
        a(impl Into<std::collections::BTreeMap<String, Vec<i64>>>),
        One = -1,
        ..rest: numbers
    }
}
";
        assert_eq!(text(&call), expected);
    }

    #[test]
    fn parentheses_are_on_one_line() {
        let call: ItemMacro = syn::parse_quote!(runtime::request_builder!(A, Vec<models::B>););
        let expected = "runtime::request_builder!(A, Vec<models::B>);\n";
        assert_eq!(text(&call), expected);
    }
}
