//! A loopback server that gives one answer, and keeps what it was asked.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::contract::{Answer, Outcome};

/// An answer.
#[derive(Clone, Default)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The media type of the body, if there is one.
    pub media_type: Option<String>,
    /// The body.
    pub body: Vec<u8>,
}

/// A request as it came.
#[derive(Debug)]
pub struct Received {
    /// The method, in capitals.
    pub method: String,
    /// The path and the query.
    pub target: String,
    /// Names, in small letters, and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Received {
    /// The values of the header `name`, given in small letters.
    pub fn header<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |header| header.0 == name).map(|header| header.1.as_str())
    }
}

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
        (outcome, std::mem::take(&mut self.shared.lock().unwrap().received))
    }
}

async fn serve(listener: TcpListener, shared: Arc<Mutex<Shared>>) {
    while let Ok((mut stream, _)) = listener.accept().await {
        let received = read(&mut stream).await;
        let bytes = {
            let mut shared = shared.lock().unwrap();
            shared.received.push(received);
            head_and_body(&shared.reply)
        };
        stream.write_all(&bytes).await.unwrap();
    }
}

fn head_and_body(reply: &Reply) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 {} Status\r\nConnection: close\r\n", reply.status);
    if let Some(media_type) = &reply.media_type {
        head += &format!("Content-Type: {media_type}\r\n");
    }
    // RFC 9110, section 8.6: no Content-Length with status 204.
    if reply.status != 204 {
        head += &format!("Content-Length: {}\r\n", reply.body.len());
    }
    [head.as_bytes(), b"\r\n", &reply.body].concat()
}

async fn read(stream: &mut TcpStream) -> Received {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    let mut received = parse(&String::from_utf8(head).unwrap());
    let length = received.header("content-length").next().map_or(0, |length| length.parse().unwrap());
    received.body = vec![0; length];
    stream.read_exact(&mut received.body).await.unwrap();
    received
}

fn parse(head: &str) -> Received {
    let mut lines = head.lines();
    let mut request_line = lines.next().unwrap().split(' ').map(str::to_owned);
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        Some((name.to_ascii_lowercase(), value.trim().to_owned()))
    };
    Received {
        method: request_line.next().unwrap(),
        target: request_line.next().unwrap(),
        headers: lines.filter_map(header).collect(),
        body: Vec::new(),
    }
}
