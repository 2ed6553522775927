use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::day::today;
use super::{Client, ClientError, Outcome, Strictness, summary, terminal};
use crate::update::{NewDocument, Plan, Target, finish, is_unfinished, lock};
use clientsmith::diff::Format;
use clientsmith::settings::NameSettings;

/// What replaces a document, and how.
#[derive(Debug, clap::Args)]
pub struct UpdateOptions {
    /// The new document, in YAML or JSON; the files that it refers to are copied with it
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// Where the new document comes from, for the changelog, such as URL@REVISION
    #[arg(long, value_name = "URL[@REVISION]")]
    source: Option<String>,
    /// Print what would be done, without writing anything
    #[arg(long)]
    dry_run: bool,
    /// Also write what changes to this file, in Markdown, if anything does
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    #[command(flatten)]
    strictness: Strictness,
}

impl UpdateOptions {
    /// Returns how warnings are treated and printed.
    #[must_use]
    pub fn strictness(&self) -> &Strictness {
        &self.strictness
    }

    /// Returns whether anything is to be written.
    #[must_use]
    pub fn writes(&self) -> bool {
        !self.dry_run
    }

    fn report(&self, plan: &Plan) -> Result<(), ClientError> {
        let Some(path) = &self.report else {
            return Ok(());
        };
        let report = plan.report_in_place().render(Format::Markdown);
        let version = match &plan.entry {
            Some(_) => format!("Version {} becomes {}.", plan.old_version, plan.version),
            None => format!("Version {} stays.", plan.version),
        };
        fs::write(path, format!("{report}\n{version}\n")).map_err(|source| ClientError::Write {
            path: path.clone(),
            source,
        })
    }
}

impl Client {
    /// Replaces the document, and brings the version, the changelog and the client up to it. `settings` is where the
    /// settings are, or will be, relative to the root; `check` may refuse what is planned.
    ///
    /// # Errors
    ///
    /// [`ClientError`], and nothing is written, if that cannot be done or `check` fails; if it is the disk that refuses,
    /// the next update goes on where this one ended.
    pub fn update<E: From<ClientError>>(
        &self,
        settings: &Path,
        options: &UpdateOptions,
        check: impl FnOnce(&Plan) -> Result<(), E>,
    ) -> Result<Outcome, E> {
        let target = Target {
            files: self.files.clone(),
            output: self.output.clone(),
            settings: settings.to_owned(),
        };
        let lock = options.writes().then(|| lock(&target)).transpose();
        // Held until the end.
        let _lock = lock.map_err(ClientError::from)?;
        if options.writes() {
            self.finish_interrupted(&target)?;
        } else if is_unfinished(&target).map_err(ClientError::from)? {
            terminal::say(
                "the last update was interrupted; without --dry-run, it is finished first",
            );
        }
        let start = Instant::now();
        let document = NewDocument {
            path: &options.from,
            source: options.source.as_deref(),
            day: &today(),
            warnings: options.strictness.warnings(),
        };
        let plan = Plan::new(&target, &document).map_err(ClientError::from)?;
        check(&plan)?;
        let shown = terminal::warn(&plan.package, options.strictness.verbosity());
        if plan.is_done().map_err(ClientError::from)? {
            terminal::say(&format!("{}: nothing to update", self.files.name));
            return Ok(Outcome::Done);
        }
        self.print_plan(&plan);
        options.report(&plan)?;
        if options.dry_run {
            self.print_dry_run(&plan)?;
            return Ok(Outcome::Done);
        }
        let written = plan.carry_out().map_err(ClientError::from)?;
        let summary = summary::written(&self.files.name, &written, shown, start.elapsed());
        terminal::say(&summary);
        Ok(Outcome::Done)
    }

    /// Finishes an update that was cut short.
    fn finish_interrupted(&self, target: &Target) -> Result<(), ClientError> {
        let start = Instant::now();
        if let Some(written) = finish(target)? {
            let (name, took) = (&self.files.name, start.elapsed());
            terminal::say("finished the last update, which was interrupted");
            terminal::say(&summary::written(name, &written, 0, took));
        }
        Ok(())
    }

    fn print_plan(&self, plan: &Plan) {
        terminal::print(&plan.report.render(Format::Text));
        for path in &plan.unused {
            let path = path.display();
            terminal::say(&format!(
                "the document no longer refers to `{path}`; remove the file"
            ));
        }
        if let Some(form) = plan.converted {
            let (document, form) = (self.files.document.display(), form.name());
            terminal::say(&format!(
                "`{document}` is converted to {form}, the format of the document it replaces"
            ));
        }
        for path in &plan.edited {
            let path = path.display();
            terminal::say(&format!(
                "warning: `{path}` was edited by hand; the update overwrites it"
            ));
        }
        for path in &plan.left {
            let path = path.display();
            terminal::say(&format!(
                "warning: `{path}` was edited by hand and is no longer generated; it is kept"
            ));
        }
        if !plan.kept.is_empty() {
            terminal::say(&format!(
                "names kept in the settings, because something new would get them: {}",
                quoted(&plan.kept)
            ));
        }
        if !plan.dropped.is_empty() {
            terminal::say(&format!(
                "names removed from the settings, because the document no longer has what they name: {}",
                quoted(&plan.dropped)
            ));
        }
        let name = &self.files.name;
        let changelog = self.output.join("CHANGELOG.md");
        terminal::say(&match &plan.entry {
            None => format!(
                "{name}: version {} stays: the client does not change",
                plan.version
            ),
            Some(_) if plan.version == plan.old_version => format!(
                "{name}: version {} is not released yet; its entry in {} is extended",
                plan.version,
                changelog.display()
            ),
            Some(_) => format!(
                "{name}: version {} -> {}, with an entry in {}",
                plan.old_version,
                plan.version,
                changelog.display()
            ),
        });
    }

    fn print_dry_run(&self, plan: &Plan) -> Result<(), ClientError> {
        if let Some(entry) = &plan.entry {
            terminal::print(&format!("\n{entry}\n"));
        }
        let stale = plan.package.stale_in(&plan.output())?;
        let files = match stale.len() {
            1 => "1 file".to_owned(),
            files => format!("{files} files"),
        };
        let name = &self.files.name;
        terminal::say(&format!(
            "{name}: {files} would change; nothing was written"
        ));
        Ok(())
    }
}

fn quoted(names: &NameSettings) -> String {
    let names = names.keys().into_iter();
    let names: Vec<String> = names.map(|(_, name)| format!("`{name}`")).collect();
    names.join(", ")
}
