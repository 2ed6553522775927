//! Fifth stage: items become text.

mod direction;
mod doc_comments;
mod macro_call;
mod mount;
mod spacing;

use syn::{File, Item};

use crate::emit::{DocTexts, Emitted};
use crate::module_path::ModulePath;
use crate::package::HEADER;

/// One module as text.
///
/// # Errors
/// When tokens are no Rust, which is a fault of emission.
pub(crate) fn render(emitted: Emitted) -> Result<String, syn::Error> {
    let (file, texts) = parsed(emitted)?;
    Ok(text(file, &texts))
}

/// One module as text, for a client that is the module `at` of a crate.
///
/// `lints` are those that its root lets pass; none for other modules.
///
/// # Errors
/// As [`render`].
pub(crate) fn render_in(
    at: &ModulePath,
    lints: Option<&[String]>,
    emitted: Emitted,
) -> Result<String, syn::Error> {
    let (file, texts) = parsed(emitted)?;
    let mut file = mount::mount(&file, at)?;
    if let Some(lints) = lints {
        file = mount::include(file, lints)?;
    }
    Ok(text(file, &mount::mount_texts(texts, at)))
}

fn text(mut file: File, texts: &DocTexts) -> String {
    spacing::separate(&mut file);
    let source = direction::escaped(source(file));
    [HEADER, "\n\n", &doc_comments::written(&source, texts)].concat()
}

/// Returns the file with the usual layout.
fn source(file: File) -> String {
    let (mut text, mut before) = (
        String::new(),
        File {
            items: Vec::new(),
            ..file
        },
    );
    for item in file.items {
        match item {
            Item::Macro(call) => {
                text.push_str(&prettyplease::unparse(&before));
                if !text.ends_with("\n\n") {
                    text.push('\n');
                }
                text.push_str(&macro_call::text(&call));
                before.attrs.clear();
                before.items.clear();
            }
            item => before.items.push(item),
        }
    }
    text.push_str(&prettyplease::unparse(&before));
    text
}

/// Returns the file with all that was emitted as tokens parsed, and the texts of its doc comments.
fn parsed(emitted: Emitted) -> Result<(File, DocTexts), syn::Error> {
    let mut file = File {
        frontmatter: None,
        shebang: None,
        attrs: emitted.docs,
        items: Vec::with_capacity(emitted.items.len()),
    };
    for item in emitted.items {
        match item {
            Item::Verbatim(tokens) => {
                let part: File = syn::parse2(tokens)?;
                file.attrs.extend(part.attrs);
                file.items.extend(part.items);
            }
            item => file.items.push(item),
        }
    }
    Ok((file, emitted.texts))
}
