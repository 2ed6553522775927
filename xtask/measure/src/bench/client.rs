//! The time that `cargo check` of a client takes once its dependencies are built, against an empty crate with the
//! same dependencies.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use std::{fs, io};

use clientsmith::package::Package;

use super::{median, timed};
use xtask::Failure;

/// What was measured; each time is the median of all rounds.
#[derive(Debug)]
pub struct Client {
    /// Checking an empty crate with the client's dependencies.
    pub floor: Duration,
    /// Checking the client.
    pub client: Duration,
}

/// Measures `package` in a workspace of its own under `folder`, alternating for `rounds` rounds.
///
/// # Errors
///
/// [`Failure`] if the workspace cannot be written, or cargo fails.
pub fn measure(package: &Package, folder: &Path, rounds: usize) -> Result<Client, Failure> {
    prepare(package, folder).map_err(|source| Failure::Read {
        path: folder.to_owned(),
        source,
    })?;
    check(folder, "client")?;
    check(folder, "floor")?;
    let (mut floor, mut client) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        floor.push(check(folder, "floor")?);
        client.push(check(folder, "client")?);
    }
    Ok(Client {
        floor: median(floor),
        client: median(client),
    })
}

fn prepare(package: &Package, folder: &Path) -> io::Result<()> {
    let manifest = package
        .files()
        .find(|(path, _)| *path == "Cargo.toml")
        .map(|(_, text)| text)
        .unwrap_or_default();
    fs::create_dir_all(folder)?;
    fs::write(
        folder.join("Cargo.toml"),
        "[workspace]\nresolver = \"3\"\nmembers = [\"client\", \"floor\"]\n",
    )?;
    for (path, content) in package.files() {
        write(&folder.join("client").join(path), content)?;
    }
    write(
        &folder.join("client/Cargo.toml"),
        &renamed(manifest, "client"),
    )?;
    write(
        &folder.join("floor/Cargo.toml"),
        &renamed(manifest, "floor"),
    )?;
    write(&folder.join("floor/README.md"), "")?;
    write(&folder.join("floor/src/lib.rs"), "//! Nothing.\n")
}

fn write(path: &Path, content: &str) -> io::Result<()> {
    let folder = path.parent().map_or_else(PathBuf::new, Path::to_path_buf);
    fs::create_dir_all(folder)?;
    fs::write(path, content)
}

fn renamed(manifest: &str, name: &str) -> String {
    let lines = manifest.lines().map(|line| {
        if line.starts_with("name = ") {
            format!("name = \"{name}\"")
        } else {
            line.to_owned()
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Checks the crate `name` anew; its dependencies stay as they are.
fn check(folder: &Path, name: &str) -> Result<Duration, Failure> {
    let library = folder.join(name).join("src/lib.rs");
    let fail = |source| Failure::Read {
        path: library.clone(),
        source,
    };
    let text = fs::read(&library).map_err(fail)?;
    fs::write(&library, text).map_err(fail)?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command
        .args(["check", "--quiet", "--package", name])
        .current_dir(folder)
        .env("CARGO_INCREMENTAL", "0");
    command.env("CARGO_TARGET_DIR", folder.join("target"));
    let (took, status) = timed(|| command.status());
    match status.map_err(fail)? {
        status if status.success() => Ok(took),
        status => Err(Failure::Bench {
            path: folder.join(name),
            problem: format!("cargo check failed: {status}"),
        }),
    }
}
