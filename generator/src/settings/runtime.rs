use super::check;
use super::section::Section;

/// Where the code comes from that all clients share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RuntimeSettings {
    /// The client contains it, as far as its document needs it.
    #[default]
    Embedded,
    /// The client depends on the package `clientsmith-runtime`.
    Crate {
        /// The folder of that package, relative to the client's, beside its version.
        path: Option<String>,
    },
}

/// Reads `runtime`: one of two words, or a table with a path.
pub(super) fn read(root: &Section<'_>) -> Option<RuntimeSettings> {
    if root.is_table("runtime") {
        let table = root.section("runtime")?;
        table.only(&["path"]);
        let missing = "is missing: the folder of the package `clientsmith-runtime`";
        let path = table.required_text("path", check::line, missing)?;
        return Some(RuntimeSettings::Crate { path: Some(path) });
    }
    let is_crate = root.choice("runtime", &[("embedded", false), ("crate", true)])?;
    Some(if is_crate {
        RuntimeSettings::Crate { path: None }
    } else {
        RuntimeSettings::Embedded
    })
}
