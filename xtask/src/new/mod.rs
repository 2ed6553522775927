//! Adds an API to the repository: its document, the files that this refers to, and settings to begin with.

mod gather;
mod layout;
mod made;
mod name;
mod refusal;
mod staged;

use std::path::Path;

use clientsmith::api_files::Warnings;
use clientsmith::{ApiFiles, Package};

pub use made::Added;
pub use refusal::Refusal;

use crate::Failure;
use layout::Layout;

/// Adds the document at `document` to the repository at `root`, as the API called `name`, with settings in which every
/// key is explained.
///
/// A document that refers to no files becomes `spec/NAME.EXTENSION`; one that does becomes `spec/NAME/openapi.EXTENSION`,
/// which is the name that OpenAPI recommends
/// ([OpenAPI 3.1.1, document structure](https://spec.openapis.org/oas/v3.1.1#openapi-description-structure)), with those
/// files beside it. What this made is removed again unless [`Added::keep`] is called.
///
/// # Errors
///
/// Nothing is left behind after any of these: [`Refusal`] if the name or a file cannot be taken, [`Failure::Client`] if
/// no client can be made of the document, [`Failure::Read`] and [`Failure::Write`].
pub fn add(root: &Path, name: &str, document: &Path) -> Result<Added, Failure> {
    name::check(root, name)?;
    let gathered = gather::gather(document)?;
    let layout = Layout::new(name, document, &gathered)?;
    let package = original(name, document)?;
    let staged = staged::stage(root, name, &layout, &gathered)?;
    if !is_same(&package, &staged.files.package(Warnings::Shown)?) {
        return Err(Refusal::Renamed(document.to_owned()).into());
    }
    made::install(root, name, &layout, &staged)
}

/// Returns the client of the document where it is.
fn original(name: &str, document: &Path) -> Result<Package, Failure> {
    let files = ApiFiles {
        name: name.to_owned(),
        package: None,
        root: "".into(),
        document: document.to_owned(),
        settings: None,
    };
    Ok(files.package(Warnings::Shown)?)
}

fn is_same(one: &Package, other: &Package) -> bool {
    one.files().eq(other.files())
}
