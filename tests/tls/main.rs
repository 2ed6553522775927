//! Clients do not affect TLS elsewhere in a program, with each of their TLS features.

#![expect(clippy::unwrap_used, reason = "a failed assumption fails the test")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// The dependencies of the program: the clients with `{feature}`, and reqwest without TLS features.
const MANIFEST: &str = r#"[package]
name = "program"
version = "0.1.0"
edition = "2024"

[features]
{feature} = []

[dependencies]
clickhouse-cloud = { path = "{root}/generated-client/clickhouse-cloud", default-features = false, features = ["{feature}"] }
ionos-postgres = { path = "{root}/generated-client/ionos-postgres", default-features = false, features = ["{feature}"] }
reqwest = { version = "0.13", default-features = false }
rustls = { version = "0.23", default-features = false, features = ["std"] }
tiger-cloud = { path = "{root}/generated-client/tiger-cloud", default-features = false, features = ["{feature}"] }

[profile.dev]
debug = false
incremental = false

[workspace]
"#;

/// Runs the program with `feature` of the clients.
fn check(feature: &str) {
    let root = clientsmith_tests::root();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("tls")
        .join(feature);
    fs::create_dir_all(folder.join("src")).unwrap();
    let manifest = MANIFEST.replace("{feature}", feature);
    let manifest = manifest.replace("{root}", &root.to_string_lossy().replace('\\', "/"));
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("src/main.rs"), include_str!("program.rs")).unwrap();
    // The versions that the repository builds with.
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["run", "--quiet", "--features", feature])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.with_file_name("target"));
    let output = command.output().unwrap();
    let messages = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{feature}: {messages}");
}

#[test]
fn rustls_is_the_default_of_reqwest() {
    check("rustls");
}

#[test]
fn ring_is_used_by_the_client_only() {
    check("rustls-ring");
}

#[test]
fn native_tls_works() {
    // On Linux native-tls needs the headers of OpenSSL.
    let headers = Command::new("pkg-config")
        .args(["--exists", "openssl"])
        .status();
    if cfg!(target_os = "linux") && !headers.is_ok_and(|found| found.success()) {
        println!("skipped: the headers of OpenSSL are not installed");
        return;
    }
    check("native-tls");
}
