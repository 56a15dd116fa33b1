"""Training in plain Float32, with the order of every sum to choose.

It decides which results of Keras are golden: one that changes when a sum is taken backwards, or
with a fused multiply-add, says more about rounding than about the network. NHWC throughout.
"""

import math

import numpy as np

F = np.float32
EPSILON = F(1e-7)
LOGITS = ("softmax", "sigmoid")  # activations whose input Keras keeps for the crossentropies


class Order:
    """In which direction sums run, and whether a product is rounded before it is added."""

    def __init__(self, descending, fused):
        self.descending = descending
        self.fused = fused

    def __str__(self):
        return ("descending" if self.descending else "ascending") + (" fused" if self.fused else "")

    def indices(self, count):
        return range(count - 1, -1, -1) if self.descending else range(count)

    def product(self, a, b):
        """a[m, k] b[k, n], one k after the other."""
        total = np.zeros((a.shape[0], b.shape[1]), F)
        for k in self.indices(a.shape[1]):
            column, row = a[:, k, None], b[None, k, :]
            if self.fused:  # a product of two Float32 is exact in Float64
                total = (total + column.astype(np.float64) * row).astype(F)
            else:
                total = total + column * row
        return total

    def sum(self, values):
        """Over the first axis, one after the other."""
        total = np.zeros(values.shape[1:], F)
        for index in self.indices(values.shape[0]):
            total = total + values[index]
        return total


ORDERS = [Order(descending, fused) for descending in (False, True) for fused in (False, True)]


def erf(x):
    return np.vectorize(math.erf, otypes=[np.float64])(x.astype(np.float64))


def sigmoid(x):
    return (1 / (1 + np.exp(-x))).astype(F)


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def activate(name, z):
    if name == "relu":
        return np.maximum(z, F(0))
    if name == "leaky_relu":
        return np.where(z > 0, z, F(0.2) * z)
    if name == "elu":
        return np.where(z > 0, z, np.expm1(np.minimum(z, F(0))))
    if name == "gelu":
        return (0.5 * z * (1 + erf(z / math.sqrt(2)))).astype(F)
    if name == "sigmoid":
        return sigmoid(z)
    if name == "tanh":
        return np.tanh(z)
    if name == "softmax":
        return softmax(z)
    return z


def activate_backward(name, z, y, g):
    if name == "relu":
        return np.where(z > 0, g, F(0))
    if name == "leaky_relu":
        return np.where(z > 0, g, F(0.2) * g)
    if name == "elu":
        return np.where(z > 0, g, g * (y + 1))
    if name == "gelu":
        x = z.astype(np.float64)
        slope = 0.5 * (1 + erf(x / math.sqrt(2))) + x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi)
        return g * slope.astype(F)
    if name == "sigmoid":
        return g * y * (1 - y)
    if name == "tanh":
        return g * (1 - y * y)
    if name == "softmax":
        return (g - (g * y).sum(axis=-1, keepdims=True)) * y
    return g


class Layer:
    weights = ()  # indices of the trainable ones come first

    def __init__(self, config, shape, order):
        self.config, self.shape, self.order = config, shape, order


class Activated(Layer):
    """Kernel, bias and activation: what Dense and Conv2D share."""

    count = 2

    def finish(self, sums):
        self.z = sums + self.weights[1]
        self.y = activate(self.config.get("activation", "linear"), self.z)
        return self.y

    def start(self, g, from_logits):
        if from_logits:
            return g
        return activate_backward(self.config.get("activation", "linear"), self.z, self.y, g)


class Dense(Activated):
    def forward(self, x, training):
        self.x = x
        return self.finish(self.order.product(x, self.weights[0]))

    def backward(self, g, from_logits=False):
        g = self.start(g, from_logits)
        self.gradients = [self.order.product(self.x.T, g), self.order.sum(g)]
        return self.order.product(g, self.weights[0].T)


def pair(value):
    return tuple(value) if isinstance(value, (list, tuple)) else (value, value)


class Windowed(Layer):
    """Places of a window over an image; `same` puts the odd pixel of padding below and right."""

    def places(self, x, window, strides, fill):
        n, h, w, c = x.shape
        self.image = (h, w)
        if self.config.get("padding", "valid") == "same":
            out = [-(-h // strides[0]), -(-w // strides[1])]
            pads = [max((o - 1) * s + k - i, 0) for o, s, k, i in zip(out, strides, window, (h, w))]
        else:
            out = [(h - window[0]) // strides[0] + 1, (w - window[1]) // strides[1] + 1]
            pads = [0, 0]
        self.low = [p // 2 for p in pads]
        self.padded = (h + pads[0], w + pads[1])
        wide = np.full((n, *self.padded, c), fill, F)
        wide[:, self.low[0] : self.low[0] + h, self.low[1] : self.low[1] + w] = x
        rows = (np.arange(out[0]) * strides[0])[:, None] + np.arange(window[0])
        columns = (np.arange(out[1]) * strides[1])[:, None] + np.arange(window[1])
        self.rows, self.columns = rows[:, None, :, None], columns[None, :, None, :]
        return wide[:, self.rows, self.columns]  # n, oh, ow, kh, kw, c

    def scatter(self, g):
        """The gradient of `places`: adds every window's values where they came from."""
        n, c = g.shape[0], g.shape[-1]
        wide = np.zeros((n, *self.padded, c), F)
        for i in self.order.indices(g.shape[1]):
            for j in self.order.indices(g.shape[2]):
                where = np.ix_(range(n), self.rows[i, 0, :, 0], self.columns[0, j, 0, :])
                wide[where] += g[:, i, j]
        h, w = self.image
        return wide[:, self.low[0] : self.low[0] + h, self.low[1] : self.low[1] + w]


class Conv2D(Windowed, Activated):
    def forward(self, x, training):
        kernel = self.weights[0]
        taken = self.places(
            x, pair(self.config["kernel_size"]), pair(self.config.get("strides", 1)), 0)
        self.taken = taken.reshape(-1, kernel[..., 0].size)
        flat = kernel.reshape(-1, kernel.shape[-1])
        sums = self.order.product(self.taken, flat)
        self.out = taken.shape
        return self.finish(sums.reshape(*taken.shape[:3], kernel.shape[-1]))

    def backward(self, g, from_logits=False):
        kernel = self.weights[0]
        g = self.start(g, from_logits).reshape(-1, kernel.shape[-1])
        self.gradients = [
            self.order.product(self.taken.T, g).reshape(kernel.shape), self.order.sum(g)]
        flat = kernel.reshape(-1, kernel.shape[-1])
        return self.scatter(self.order.product(g, flat.T).reshape(self.out))


class MaxPooling2D(Windowed):
    count = 0

    def forward(self, x, training):
        window = pair(self.config.get("pool_size", 2))
        strides = pair(self.config.get("strides") or window)
        taken = self.places(x, window, strides, -np.inf)
        self.out = taken.shape
        flat = taken.reshape(*taken.shape[:3], -1, taken.shape[-1])
        self.first = flat.argmax(axis=3)  # the first of equals takes the gradient
        return flat.max(axis=3)

    def backward(self, g):
        spread = np.zeros((*self.out[:3], self.out[3] * self.out[4], self.out[5]), F)
        np.put_along_axis(spread, self.first[:, :, :, None], g[:, :, :, None], axis=3)
        return self.scatter(spread.reshape(self.out))


class AveragePooling2D(Windowed):
    count = 0

    def forward(self, x, training):
        window = pair(self.config.get("pool_size", 2))
        strides = pair(self.config.get("strides") or window)
        taken = self.places(x, window, strides, 0)
        self.out = taken.shape
        inside = self.places(np.ones_like(x), window, strides, 0)
        self.counts = inside.sum(axis=(3, 4), dtype=F)  # padding does not count
        flat = taken.reshape(*taken.shape[:3], -1, taken.shape[-1])
        return self.order.sum(np.moveaxis(flat, 3, 0)) / self.counts

    def backward(self, g):
        share = (g / self.counts)[:, :, :, None, None]
        return self.scatter(np.broadcast_to(share, self.out))


class GlobalAveragePooling2D(Layer):
    count = 0

    def forward(self, x, training):
        self.x = x
        n, h, w, c = x.shape
        return self.order.sum(np.moveaxis(x.reshape(n, h * w, c), 1, 0)) / F(h * w)

    def backward(self, g):
        n, h, w, c = self.x.shape
        return np.broadcast_to((g / F(h * w))[:, None, None], (n, h, w, c)).astype(F)


class Flatten(Layer):
    count = 0

    def forward(self, x, training):
        self.x = x
        return x.reshape(x.shape[0], -1)

    def backward(self, g):
        return g.reshape(self.x.shape)


class Dropout(Layer):
    count = 0

    def forward(self, x, training):
        assert not training or self.config["rate"] == 0
        return x

    def backward(self, g):
        return g


class Normalization(Layer):
    count = 3  # the third is a counter that nothing reads
    frozen = True

    def forward(self, x, training):
        self.root = np.maximum(np.sqrt(self.weights[1]), EPSILON)
        return (x - self.weights[0]) / self.root

    def backward(self, g):
        self.gradients = []
        return g / self.root


class BatchNormalization(Layer):
    count = 4

    def forward(self, x, training):
        gamma, beta, moving_mean, moving_variance = self.weights
        flat = x.reshape(-1, x.shape[-1])
        mean, variance = moving_mean, moving_variance
        if training:
            count = F(flat.shape[0])
            mean = self.order.sum(flat) / count
            variance = self.order.sum((flat - mean) ** 2) / count
            momentum = self.config.get("momentum", 0.99)
            keep, take = F(momentum), F(1 - momentum)
            self.weights[2] = moving_mean * keep + mean * take
            self.weights[3] = moving_variance * keep + variance * take
        self.inverse = 1 / np.sqrt(variance + F(self.config.get("epsilon", 1e-3)))
        self.hat = (flat - mean) * self.inverse
        return (self.hat * gamma + beta).reshape(x.shape)

    def backward(self, g):
        flat = g.reshape(-1, g.shape[-1])
        count = F(flat.shape[0])
        sum_g, sum_gx = self.order.sum(flat), self.order.sum(flat * self.hat)
        self.gradients = [sum_gx, sum_g]
        back = flat - sum_g / count - self.hat * (sum_gx / count)
        return (back * (self.inverse * self.weights[0])).reshape(g.shape)


def loss_and_gradient(name, last, z, y, t, order):
    """Loss of each sample, the gradient of their mean, and whether that is by the logits."""
    n = F(y.shape[0])
    d = F(y.shape[-1])
    by_logits = last in LOGITS
    if name == "sparse_categorical_crossentropy":
        one_hot = np.zeros_like(y)
        one_hot[np.arange(len(y)), t.astype(int).reshape(-1)] = 1
        t = one_hot
    if name == "mean_squared_error":
        return ((y - t) ** 2).mean(axis=-1), 2 * (y - t) / (n * d), False
    if name == "mean_absolute_error":
        return np.abs(y - t).mean(axis=-1), np.sign(y - t) / (n * d), False
    if name == "huber":
        e = y - t
        far = np.abs(e) > 1
        values = np.where(far, np.abs(e) - F(0.5), F(0.5) * e * e)
        return values.mean(axis=-1), np.where(far, np.sign(e), e) / (n * d), False
    low, high = EPSILON, F(1) - EPSILON
    if name == "binary_crossentropy":
        if by_logits:
            values = np.maximum(z, 0) - z * t + np.log1p(np.exp(-np.abs(z)))
            return values.mean(axis=-1), (sigmoid(z) - t) / (n * d), True
        p = np.clip(y, low, high)
        values = -(t * np.log(p) + (1 - t) * np.log(1 - p))
        inside = (y >= low) & (y <= high)
        slope = np.where(inside, (1 - t) / (1 - p) - t / p, F(0))
        return values.mean(axis=-1), slope / (n * d), False
    if by_logits:
        m = z.max(axis=-1, keepdims=True)
        logs = z - m - np.log(np.exp(z - m).sum(axis=-1, keepdims=True))
        return -(t * logs).sum(axis=-1), (softmax(z) - t) / n, True
    total = y.sum(axis=-1, keepdims=True)
    p = y / total if name == "categorical_crossentropy" else y
    c = np.clip(p, low, high)
    inside = (p >= low) & (p <= high)
    if name == "categorical_crossentropy":
        slope = np.where(inside, -t / c, F(0))
        back = (slope - (slope * p).sum(axis=-1, keepdims=True)) / total
        return -(t * np.log(c)).sum(axis=-1), back / n, False
    logs = np.log(c)
    values = np.log(c.sum(axis=-1)) - (t * logs).sum(axis=-1)
    slope = np.where(inside, (softmax(logs) - t) / c, F(0))
    return values, slope / n, False


class Optimizer:
    def __init__(self, config):
        self.config, self.slots, self.power1, self.power2 = config, {}, 1.0, 1.0

    def begin(self):
        # TensorFlow's power is rounded once; multiplied up in Float32 it would drift.
        self.power1 *= float(F(self.config.get("beta_1", 0.9)))
        self.power2 *= float(F(self.config.get("beta_2", 0.999)))

    def slot(self, key, name, like):
        return self.slots.setdefault((key, name), np.zeros_like(like))

    def step(self, key, w, g):
        c, rate = self.config, F(self.config["learning_rate"])
        if c["class"] == "Adam":
            m, v = self.slot(key, "m", w), self.slot(key, "v", w)
            alpha = rate * np.sqrt(1 - F(self.power2)) / (1 - F(self.power1))
            m += (g - m) * F(1 - c.get("beta_1", 0.9))
            v += (g * g - v) * F(1 - c.get("beta_2", 0.999))
            return w - m * alpha / (np.sqrt(v) + EPSILON)
        if c["class"] == "RMSprop":
            v = self.slot(key, "v", w)
            rho = c.get("rho", 0.9)
            v[...] = F(rho) * v + F(1 - rho) * g * g
            increment = rate * g / np.sqrt(v + EPSILON)
            if c.get("momentum", 0) > 0:
                m = self.slot(key, "m", w)
                m[...] = F(c["momentum"]) * m + increment
                increment = m
            return w - increment
        momentum = F(c.get("momentum", 0))
        if momentum == 0:
            return w - g * rate
        m = self.slot(key, "m", w)
        m[...] = m * momentum - g * rate
        return w + (m * momentum - g * rate if c.get("nesterov") else m)


def build(network, weights, order):
    layers, rest = [], list(weights)
    for config in network["layers"]:
        layer = globals()[config["class"]](config, None, order)
        layer.weights, rest = [w.copy() for w in rest[: layer.count]], rest[layer.count :]
        layers.append(layer)
    return layers


def forward(layers, x, training=False):
    for layer in layers:
        x = layer.forward(x, training)
    return x


def train(network, weights, inputs, targets, order):
    """Loss of each step, and the weights after the last one."""
    layers, optimizer, losses = build(network, weights, order), Optimizer(network["optimizer"]), []
    last = layers[-1]
    activation = last.config.get("activation", "linear")
    size = network["batch_size"]
    for _ in range(network["epochs"]):
        for start in range(0, len(inputs), size):
            x, t = inputs[start : start + size], targets[start : start + size]
            y = forward(layers, x, training=True)
            z = getattr(last, "z", y)
            each, g, by_logits = loss_and_gradient(network["loss"], activation, z, y, t, order)
            losses.append(order.sum(each.astype(F)) / F(len(each)))
            g = g.astype(F)
            for layer in reversed(layers):
                g = layer.backward(g, by_logits) if layer is last and by_logits else layer.backward(g)
            optimizer.begin()
            for number, layer in enumerate(layers):
                if layer.count and not getattr(layer, "frozen", False):
                    for index, gradient in enumerate(layer.gradients):
                        layer.weights[index] = optimizer.step(
                            (number, index), layer.weights[index], gradient)
    return np.array(losses), [w for layer in layers for w in layer.weights]
