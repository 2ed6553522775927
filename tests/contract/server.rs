//! A loopback server that gives one answer, and keeps what it was asked.

use std::sync::{Arc, Mutex};

use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use crate::contract::{Answer, Outcome};
use crate::message::{Received, Reply};

/// A server on a port of its own.
pub struct Server {
    /// Its address, without a path.
    pub url: String,
    shared: Arc<Mutex<Shared>>,
}

#[derive(Default)]
struct Shared {
    reply: Reply,
    received: Vec<Received>,
}

impl Server {
    /// Serves until the runtime ends.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let shared = Arc::new(Mutex::new(Shared::default()));
        tokio::spawn(serve(listener, Arc::clone(&shared)));
        Self { url, shared }
    }

    /// Ends `call`, whose every request gets `reply`: how it ended, and the requests it made.
    pub async fn exchange(&self, reply: Reply, call: Answer) -> (Outcome, Vec<Received>) {
        self.shared.lock().unwrap().reply = reply;
        let outcome = call.await;
        (
            outcome,
            std::mem::take(&mut self.shared.lock().unwrap().received),
        )
    }
}

async fn serve(listener: TcpListener, shared: Arc<Mutex<Shared>>) {
    while let Ok((mut stream, _)) = listener.accept().await {
        let received = Received::read(&mut stream).await;
        let bytes = {
            let mut shared = shared.lock().unwrap();
            shared.received.push(received);
            shared.reply.to_bytes()
        };
        stream.write_all(&bytes).await.unwrap();
    }
}
