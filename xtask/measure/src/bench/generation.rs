//! The time that generation takes, against the floor: reading the document and parsing it to a plain value tree.

use std::path::Path;
use std::time::Duration;
use std::{fs, hint};

use clientsmith::api_files::InputError;
use clientsmith::{Document, Package, Settings, Stages, generate_measured};

use super::{median, timed};
use xtask::Failure;

/// What was measured for one document; each time is the median of all rounds.
#[derive(Debug)]
pub struct Generation {
    /// Reading the file and parsing it to a value tree.
    pub floor: Duration,
    /// Everything: reading, parsing, generating all files.
    pub whole: Duration,
    /// Reading the file and loading it as a document.
    pub load: Duration,
    /// The stages behind loading.
    pub stages: Stages,
    /// Lines of Rust that were generated, and how many of them are the embedded runtime.
    pub lines: Lines,
}

/// Lines of generated Rust.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lines {
    /// All of them.
    pub all: usize,
    /// Those of the embedded runtime.
    pub runtime: usize,
    /// Those that are neither runtime nor documentation.
    pub code: usize,
}

/// Measures the document at `path`, alternating between the floor and generation for `rounds` rounds.
///
/// # Errors
///
/// [`Failure`] if the document cannot be read or made into a client.
pub fn measure(path: &Path, rounds: usize) -> Result<Generation, Failure> {
    let settings = Settings::for_package(&path.file_stem().unwrap_or_default().to_string_lossy());
    let mut samples = Vec::with_capacity(rounds);
    let mut counted = Lines::default();
    for _ in 0..rounds {
        let (floor, value) = timed(|| floor(path));
        hint::black_box(value?);
        let (whole, sample) = timed(|| once(path, &settings));
        let (load, stages, made) = sample?;
        counted = lines(&made.package);
        samples.push((floor, whole, load, stages));
    }
    let middle = |pick: fn(&Sample) -> Duration| median(samples.iter().map(pick).collect());
    Ok(Generation {
        floor: middle(|sample| sample.0),
        whole: middle(|sample| sample.1),
        load: middle(|sample| sample.2),
        stages: Stages {
            lower: middle(|sample| sample.3.lower),
            analyze: middle(|sample| sample.3.analyze),
            emit: middle(|sample| sample.3.emit),
            render: middle(|sample| sample.3.render),
            package: middle(|sample| sample.3.package),
        },
        lines: counted,
    })
}

type Sample = (Duration, Duration, Duration, Stages);

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|source| Failure::Read {
        path: path.to_owned(),
        source,
    })
}

/// Returns what any program has to do that looks at the document at all.
fn floor(path: &Path) -> Result<serde_yaml::Value, Failure> {
    let text = read(path)?;
    let parsed = if path
        .extension()
        .is_some_and(|extension| extension == "json")
    {
        serde_json::from_slice(&text).map_err(|error| error.to_string())
    } else {
        serde_yaml::from_slice(&text).map_err(|error| error.to_string())
    };
    parsed.map_err(|problem| Failure::Bench {
        path: path.to_owned(),
        problem,
    })
}

/// What generation leaves. As with the floor, freeing what was read is not part of the time.
struct Made {
    package: Package,
    _document: Document,
}

fn once(path: &Path, settings: &Settings) -> Result<(Duration, Stages, Made), Failure> {
    let failed = |diagnostics| InputError::Diagnostics {
        document: path.to_owned(),
        diagnostics,
    };
    let (load, document) = timed(|| {
        let bytes = read(path)?;
        let document = Document::read(&path.to_string_lossy(), &bytes);
        document.map_err(|found| Failure::from(failed(found)))
    });
    let document = document?;
    let (package, stages) = generate_measured(&document, settings).map_err(failed)?;
    let made = Made {
        package,
        _document: document,
    };
    Ok((load, stages, made))
}

fn lines(package: &Package) -> Lines {
    let mut lines = Lines::default();
    let is_rust = |path: &str| {
        Path::new(path)
            .extension()
            .is_some_and(|extension| extension == "rs")
    };
    for (path, content) in package.files().filter(|(path, _)| is_rust(path)) {
        let count = content.lines().count();
        lines.all += count;
        if path.starts_with("src/runtime/") {
            lines.runtime += count;
        } else {
            lines.code += content
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .count();
        }
    }
    lines
}
