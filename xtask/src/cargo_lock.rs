//! The versions of the clients in `Cargo.lock`.

use std::path::Path;
use std::process::{Command, Stdio};

/// Has cargo enter the clients of the repository at `root` in its Cargo.lock, as far as that needs no network; where it
/// does, the next build will.
pub fn refresh(root: &Path) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["update", "--workspace", "--offline", "--quiet"]);
    let _ = command.current_dir(root).stderr(Stdio::null()).status();
}
