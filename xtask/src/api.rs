//! The APIs of the repository, as its `spec/` folder lists them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::ApiFiles;
use clientsmith_cli::Client;

use crate::Failure;

/// The extensions of documents.
pub const EXTENSIONS: &[&str] = &["yaml", "yml", "json"];

/// What a document is called that is in a folder of its own, with its files.
const ENTRY: &str = "openapi";

/// An API: its document, its settings and the folder of its client, all relative to the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Api {
    /// The file name of the document without its extension, or the name of the folder that it is in with its files.
    pub name: String,
    /// The API document.
    pub document: PathBuf,
    /// The settings, where the document has any beside it.
    pub settings: Option<PathBuf>,
    /// The folder of the generated client.
    pub output: PathBuf,
}

impl Api {
    /// Returns the client of the API in the repository at `root`.
    #[must_use]
    pub fn client(&self, root: &Path) -> Client {
        let files = ApiFiles {
            name: self.name.clone(),
            package: None,
            root: root.to_owned(),
            document: self.document.clone(),
            settings: self.settings.clone(),
        };
        Client {
            files,
            output: self.output.clone(),
        }
    }

    /// Refuses the files `beside` the document, unless it is in a folder of its own: among the documents of other APIs
    /// they would be taken for some.
    ///
    /// # Errors
    ///
    /// [`Failure::Beside`]
    pub fn refuse_beside(&self, beside: &[PathBuf]) -> Result<(), Failure> {
        let folder = Path::new("spec").join(&self.name);
        if beside.is_empty() || self.document.starts_with(&folder) {
            return Ok(());
        }
        let extension = self.document.extension().unwrap_or_default();
        Err(Failure::Beside {
            document: self.document.clone(),
            to: folder.join(ENTRY).with_extension(extension),
        })
    }
}

/// Returns every API of the repository at `root`, sorted by name.
///
/// # Errors
///
/// [`Failure::Read`], [`Failure::NoApi`], [`Failure::TwoDocuments`] or [`Failure::NoDocument`], as the
/// content of `spec/` has it.
pub fn all(root: &Path) -> Result<Vec<Api>, Failure> {
    let mut documents = BTreeMap::<String, PathBuf>::new();
    let mut settings = BTreeMap::new();
    for file in files(root, Path::new("spec"))? {
        let Some((name, extension)) = name_and_extension(&file) else {
            continue;
        };
        if EXTENSIONS.contains(&extension.as_str()) {
            if let Some(first) = documents.insert(name, file.clone()) {
                return Err(Failure::TwoDocuments {
                    first,
                    second: file,
                });
            }
        } else if extension == "toml" {
            settings.insert(name, file);
        }
    }
    pair(documents, settings)
}

/// Returns the APIs of the repository at `root` that are called `names`, sorted; all of them if there are no names.
///
/// # Errors
///
/// [`Failure::Unknown`] for a name that no document has, and what [`all`] fails with.
pub fn select(root: &Path, names: &[String]) -> Result<Vec<Api>, Failure> {
    let mut apis = all(root)?;
    if let Some(unknown) = names
        .iter()
        .find(|name| apis.iter().all(|api| api.name != **name))
    {
        let known: Vec<String> = apis.into_iter().map(|api| api.name).collect();
        return Err(Failure::Unknown {
            name: unknown.clone(),
            nearest: nearest(unknown, &known),
            known,
        });
    }
    if !names.is_empty() {
        apis.retain(|api| names.contains(&api.name));
    }
    Ok(apis)
}

fn pair(
    documents: BTreeMap<String, PathBuf>,
    mut settings: BTreeMap<String, PathBuf>,
) -> Result<Vec<Api>, Failure> {
    if documents.is_empty() {
        return Err(Failure::NoApi("spec".into()));
    }
    let api = |(name, document): (String, PathBuf)| Api {
        document,
        settings: settings.remove(&name),
        output: Path::new("generated-client").join(&name),
        name,
    };
    let apis = documents.into_iter().map(api).collect();
    settings
        .into_values()
        .next()
        .map_or(Ok(apis), |alone| Err(Failure::NoDocument(alone)))
}

/// Returns the files in `folder` of `root`, and those called `openapi` in the folders there, as paths relative to
/// `root`, sorted.
fn files(root: &Path, folder: &Path) -> Result<BTreeSet<PathBuf>, Failure> {
    let failed = |source| Failure::Read {
        path: folder.to_owned(),
        source,
    };
    let mut files = BTreeSet::new();
    for entry in fs::read_dir(root.join(folder)).map_err(failed)? {
        let path = folder.join(entry.map_err(failed)?.file_name());
        if root.join(&path).is_file() {
            files.insert(path);
        } else {
            let named = EXTENSIONS
                .iter()
                .map(|extension| path.join(ENTRY).with_extension(extension));
            files.extend(named.filter(|path| root.join(path).is_file()));
        }
    }
    Ok(files)
}

fn name_and_extension(file: &Path) -> Option<(String, String)> {
    let named = match file.parent() {
        Some(folder) if folder != Path::new("spec") => folder.file_name()?,
        _ => file.file_stem()?,
    };
    let name = named.to_str()?;
    Some((name.to_owned(), file.extension()?.to_str()?.to_owned()))
}

/// Returns the known name that differs from `name` in the fewest letters, if those are at most a third of it and one.
fn nearest(name: &str, known: &[String]) -> Option<String> {
    let distance = |other: &String| strsim::damerau_levenshtein(name, other);
    let nearest = known.iter().min_by_key(|other| distance(other))?;
    (distance(nearest) <= name.len() / 3 + 1).then(|| nearest.clone())
}

#[cfg(test)]
mod tests {

    use tempfile::TempDir;

    use super::*;

    fn repository(specs: &[&str]) -> TempDir {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("spec")).unwrap();
        for spec in specs {
            fs::write(root.path().join("spec").join(spec), "").unwrap();
        }
        root
    }

    #[test]
    fn documents_are_paired_with_their_settings() {
        let root = repository(&["b.json", "a.yaml", "a.toml", "README.md"]);
        let apis = all(root.path()).unwrap();
        let names: Vec<_> = apis
            .iter()
            .map(|api| (api.name.as_str(), api.settings.is_some()))
            .collect();
        assert_eq!(names, [("a", true), ("b", false)]);
        assert_eq!(
            apis.first().unwrap().output,
            Path::new("generated-client/a")
        );
        assert_eq!(select(root.path(), &["b".into()]).unwrap().len(), 1);
    }

    #[test]
    fn a_folder_with_a_document_is_an_api() {
        let root = repository(&["b.yaml", "a.toml"]);
        for folder in ["a", "schemas"] {
            fs::create_dir(root.path().join("spec").join(folder)).unwrap();
        }
        fs::write(root.path().join("spec/a/openapi.yml"), "").unwrap();
        fs::write(root.path().join("spec/schemas/pet.yaml"), "").unwrap();
        let apis = all(root.path()).unwrap();
        let found: Vec<_> = apis.iter().map(|api| api.name.as_str()).collect();
        assert_eq!(found, ["a", "b"]);
        let first = apis.first().unwrap();
        assert_eq!(first.document, Path::new("spec/a/openapi.yml"));
        assert_eq!(first.settings.as_deref(), Some(Path::new("spec/a.toml")));
    }

    #[test]
    fn an_unknown_name_meets_the_nearest_one() {
        let root = repository(&["tiger-cloud.yaml", "ionos-postgres.yaml"]);
        let failure = select(root.path(), &["tigre-cloud".into()]).unwrap_err();
        let expected = "no API is called `tigre-cloud` (did you mean `tiger-cloud`?); there is ionos-postgres, tiger-cloud";
        assert_eq!(failure.to_string(), expected);
        assert!(
            !select(root.path(), &["x".into()])
                .unwrap_err()
                .to_string()
                .contains("did you mean")
        );
    }

    #[test]
    fn an_ambiguous_or_lonely_file_is_refused() {
        assert!(matches!(
            all(repository(&["a.yaml", "a.json"]).path()),
            Err(Failure::TwoDocuments { .. })
        ));
        assert!(matches!(
            all(repository(&["a.yaml", "b.toml"]).path()),
            Err(Failure::NoDocument(_))
        ));
        assert!(matches!(
            all(repository(&[]).path()),
            Err(Failure::NoApi(_))
        ));
    }
}
