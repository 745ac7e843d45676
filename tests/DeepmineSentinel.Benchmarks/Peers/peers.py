"""The two reference networks in PyTorch: peers.py NETWORK THREADS [start] predicts once and prints "first" with the answer;
without `start` it goes on to train and to predict, and prints what it measured of itself as one line of JSON."""
import json
import resource
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional

name, threads = sys.argv[1], int(sys.argv[2])
torch.set_num_threads(threads)


class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.static1, self.static2 = nn.Linear(12, 64), nn.Linear(64, 32)
        self.lstm = nn.LSTM(8, 64, batch_first=True)
        self.series, self.fusion, self.head = nn.Linear(64, 32), nn.Linear(64, 64), nn.Linear(64, 4)
        self.dropout = nn.Dropout(0.3)

    def forward(self, rows, readings):
        s = self.static2(self.static1(rows).relu()).relu()
        t = self.series(self.lstm(readings)[0][:, -1]).relu()
        return self.head(self.dropout(self.fusion(torch.cat([s, t], 1)).relu()))


class Enhanced(nn.Module):
    def __init__(self):
        super().__init__()
        self.static1, self.static2, self.static3 = nn.Linear(30, 128), nn.Linear(128, 128), nn.Linear(128, 64)
        self.norm1, self.norm2, self.norm3 = nn.BatchNorm1d(128), nn.BatchNorm1d(128), nn.LayerNorm(128)
        self.norm4 = nn.BatchNorm1d(64)
        self.lstm1, self.lstm2, self.lstm3 = nn.LSTM(10, 128), nn.LSTM(128, 128), nn.LSTM(128, 64)
        self.attention, self.cross = nn.MultiheadAttention(128, 8), nn.MultiheadAttention(64, 4)
        self.bridge, self.fusion1, self.fusion2 = nn.Linear(128, 64), nn.Linear(192, 128), nn.Linear(128, 64)
        self.dropout, self.light = nn.Dropout(0.3), nn.Dropout(0.15)
        self.condition, self.hazard = nn.Linear(64, 3), nn.Linear(64, 5)

    def forward(self, rows, readings):
        s = self.dropout(self.norm1(self.static1(rows)).relu())
        s = s + self.dropout(self.norm2(self.static2(s)).relu())
        s = self.light(self.static3(s))
        h1 = self.light(self.lstm1(readings.transpose(0, 1))[0])
        h = h1 + self.light(self.lstm2(h1)[0])
        h = self.norm3(h + self.attention(h, h, h, need_weights=False)[0])
        last = self.lstm3(h)[1][0]
        keys = self.bridge(h)
        c = self.cross(s.unsqueeze(0), keys, keys, need_weights=False)[0].squeeze(0)
        f = self.fusion2(self.fusion1(torch.cat([s, last.squeeze(0), c], 1)).relu())
        f = self.dropout(self.norm4(f).relu())
        return self.condition(f), self.hazard(f)


small = name == "R1"
widths, steps = ((12,), (24, 8)) if small else ((30,), (30, 10))
network = Small() if small else Enhanced()
network.eval()
with torch.inference_mode():
    answer = network(torch.randn(1, *widths), torch.randn(1, *steps))
print("first", (answer if small else answer[1])[0, 0].item(), flush=True)
if sys.argv[3:] == ["start"]:
    sys.exit()

count = 2000 if small else 2944
rows, readings = torch.randn(count, *widths), torch.randn(count, *steps)
label, failed = torch.randint(0, 4 if small else 3, (count,)), torch.rand(count, 5).round()
optimiser = torch.optim.Adam(network.parameters())


def step(i):
    part = slice(i, i + 32)
    optimiser.zero_grad(set_to_none=True)
    if small:
        functional.cross_entropy(network(rows[part], readings[part]), label[part]).backward()
    else:
        condition, hazard = network(rows[part], readings[part])
        loss = 1.2 * functional.cross_entropy(condition, label[part])
        (loss + functional.binary_cross_entropy_with_logits(hazard, failed[part])).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1)
    optimiser.step()


def epoch():
    for i in range(0, count, 32):
        step(i)


def predict(n):
    network(rows[:n], readings[:n])


def warm(work):
    end = time.perf_counter() + 1
    while time.perf_counter() < end:
        work()


def median(repeats, work):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def peak_megabytes():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


network.train()
warm(lambda: step(0))
numbers = {"epochSeconds": median(10 if small else 2, epoch), "peakMegabytes": peak_megabytes()}
network.eval()
with torch.inference_mode():
    warm(lambda: predict(1))
    numbers["sampleMilliseconds"] = median(500, lambda: predict(1)) * 1000
    warm(lambda: predict(256))
    numbers["samplesPerSecond"] = 256 / median(12, lambda: predict(256))
print(json.dumps(numbers), flush=True)
