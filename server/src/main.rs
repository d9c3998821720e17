//! `backchannel`: reads the command line and hands over.

use std::process::ExitCode;

use backchannel::{
    check,
    config::{Cli, Command, Settings},
    control::{self, Errand},
    rehearsal, serve, telemetry,
};
use clap::Parser as _;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    telemetry::log_to_stderr(cli.log_format);
    match run(cli.command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("backchannel: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Demo(flags) => rehearsal::run(flags).await,
        Command::Serve(flags) => serve::run(Settings::from(flags)?).await,
        Command::Import(import) => {
            let files = import.files.iter().map(std::path::absolute).collect::<Result<_, _>>()?;
            print(&import.folder.data, Errand::Import { files }).await
        }
        Command::Link(link) => {
            let errand = Errand::Link { role: link.role, session: link.session, public_url: link.public_url };
            print(&link.folder.data, errand).await
        }
        Command::Token(token) => {
            print(&token.folder.data, Errand::Token { name: token.name, scope: token.scope }).await
        }
        Command::Backup(backup) => {
            print(&backup.folder.data, Errand::Backup { out: std::path::absolute(&backup.out)? }).await
        }
        Command::Check(flags) => check::run(&flags).await,
    }
}

async fn print(data: &std::path::Path, errand: Errand) -> anyhow::Result<()> {
    println!("{}", control::ask(data, errand).await?);
    Ok(())
}
