use std::path::PathBuf;

/// Why an API is not added.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// A name that no crate can have.
    #[error("`{name}` cannot be the name of a client: it {reason}; `{nearest}` can")]
    Name {
        /// The name.
        name: String,
        /// What is wrong with it, after `it`.
        reason: String,
        /// The nearest name that could be taken.
        nearest: String,
    },
    /// A name that something else has.
    #[error("`{name}` is taken by {by}; choose another name")]
    Taken {
        /// The name.
        name: String,
        /// What has it.
        by: String,
    },
    /// References to files that are not copied.
    #[error(
        "`{}` refers to files outside its folder, which are not copied: `{}`; move them into it, or add the document by hand and set `references.outside`",
        document.display(),
        paths.join("`, `")
    )]
    Outside {
        /// The document.
        document: PathBuf,
        /// The paths of the files, relative to its folder.
        paths: Vec<String>,
    },
    /// A file that would be where the document itself goes.
    #[error("`{}` refers to `{path}`, which is where the document itself has to be; rename that file", document.display())]
    InTheWay {
        /// The document.
        document: PathBuf,
        /// The path of the file, relative to the folder of the document.
        path: String,
    },
    /// A document that files refer to by its name.
    #[error(
        "a copy of `{}` would make another client, as the files beside it refer to it by its name; call it `openapi`, there and in the references",
        .0.display()
    )]
    Renamed(PathBuf),
}
