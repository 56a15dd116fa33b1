"""The networks that Keras trains for us. Data and weights are short decimals from a fixed seed.

`exact` networks have no kink (relu, pooling by maximum, absolute error): their sums may differ in
the last bits but no branch can turn, so the tolerance is tight for 100 steps.
"""


def dense(units, activation="linear", **more):
    return {"class": "Dense", "units": units, "activation": activation, **more}


def conv(filters, kernel_size, activation="linear", strides=(1, 1), padding="valid"):
    return {"class": "Conv2D", "filters": filters, "kernel_size": list(kernel_size),
            "strides": list(strides), "padding": padding, "activation": activation}


def pool(kind, pool_size, strides=None, padding="valid"):
    return {"class": kind + "Pooling2D", "pool_size": list(pool_size),
            "strides": list(strides or pool_size), "padding": padding}


def adam(rate):
    return {"class": "Adam", "learning_rate": rate}


def sgd(rate, momentum=0.0, nesterov=False):
    return {"class": "SGD", "learning_rate": rate, "momentum": momentum, "nesterov": nesterov}


def rmsprop(rate, momentum=0.0, rho=0.9):
    return {"class": "RMSprop", "learning_rate": rate, "momentum": momentum, "rho": rho}


FLATTEN = {"class": "Flatten"}
GLOBAL = {"class": "GlobalAveragePooling2D"}
NORMALIZE = {"class": "Normalization"}


def batch_normalization(momentum=0.99, epsilon=0.001):
    return {"class": "BatchNormalization", "momentum": momentum, "epsilon": epsilon}


def dropout(rate):
    return {"class": "Dropout", "rate": rate}


CELSIUS = [-40, -10, 0, 8, 15, 22, 38]
FAHRENHEIT = [-40, 14, 32, 46, 59, 72, 100]


def network(name, seed, input_shape, layers, loss, optimizer, samples, epochs, batch_size=8,
            exact=False, metrics=(), validation=0, **more):
    return {"name": name, "seed": seed, "input_shape": list(input_shape), "layers": layers,
            "loss": loss, "optimizer": optimizer, "samples": samples, "epochs": epochs,
            "batch_size": batch_size, "exact": exact, "metrics": list(metrics),
            "validation": validation, **more}


MSE, MAE, HUBER = "mean_squared_error", "mean_absolute_error", "huber"
BCE, CCE = "binary_crossentropy", "categorical_crossentropy"
SCCE = "sparse_categorical_crossentropy"

NETWORKS = [
    network("one-neuron", 1, [1], [dense(1)], MSE, adam(0.1), 7, 1000, 32, exact=True,
            inputs=CELSIUS, targets=FAHRENHEIT, weights=[[0.5], [0]]),
    network("three-layers", 2, [1], [dense(3), dense(3), dense(1)], MSE, adam(0.1), 7, 500, 32,
            exact=True, inputs=CELSIUS, targets=FAHRENHEIT,
            weights=[[0.1, -0.2, 0.3], [0, 0, 0],
                     [0.1, 0.2, 0.3, -0.1, 0.4, -0.3, 0.5, -0.6, 0.2], [0, 0, 0],
                     [0.3, -0.5, 0.7], [0]]),
    network("tanh-sigmoid", 3, [5], [dense(7, "tanh"), dense(5, "sigmoid"), dense(2)], MSE,
            sgd(0.1), 37, 30, exact=True, metrics=[MAE], validation=9),
    network("elu-gelu-huber", 4, [4], [dense(9, "elu"), dense(8, "gelu"), dense(3)], HUBER,
            sgd(0.05, momentum=0.9), 45, 25, exact=False, metrics=[MAE], spread=3),
    network("leaky-relu-mae", 5, [6], [dense(10, "leaky_relu"), dense(2, "linear")], MAE,
            sgd(0.02, momentum=0.8, nesterov=True), 40, 30, spread=2),
    network("relu-binary", 6, [2], [dense(8, "relu"), dense(1, "sigmoid")], BCE,
            rmsprop(0.01), 52, 22, metrics=["accuracy"], validation=11),
    network("softmax-classes", 7, [8],
            [dense(12, "relu"), dropout(0.0), dense(11, "relu"), dense(5, "softmax")], SCCE,
            adam(0.005), 50, 22, metrics=["accuracy"], validation=13),
    network("normalized", 8, [2], [NORMALIZE, dense(3, "tanh"), dense(1)], MSE, adam(0.05), 60, 75,
            32, exact=True, scales=[100, 5]),
    network("softmax-inside", 9, [5], [dense(6, "softmax"), dense(4, "sigmoid")], CCE,
            sgd(0.5, momentum=0.5), 24, 50, exact=True, metrics=["accuracy"]),
    network("probabilities", 10, [5],
            [dense(6, "tanh"), dense(4, "softmax"), dropout(0.0), FLATTEN], CCE, adam(0.01), 27, 38,
            exact=True, metrics=["accuracy"]),
    network("many-labels", 11, [7], [dense(9, "gelu"), dense(3, "sigmoid"), FLATTEN], BCE,
            rmsprop(0.005, momentum=0.5, rho=0.8), 33, 30, exact=True, metrics=["accuracy"]),
    network("convolution", 12, [12, 12, 1],
            [conv(5, (3, 3), "relu"), pool("Max", (2, 2)), conv(7, (3, 3), "relu"), FLATTEN,
             dense(10, "relu"), dense(4, "softmax")],
            CCE, adam(0.001), 30, 38, metrics=["accuracy"], validation=6),
    network("strides", 13, [9, 7, 3],
            [conv(4, (3, 2), "tanh", strides=(2, 1), padding="same"),
             pool("Average", (3, 2), strides=(2, 2), padding="same"),
             conv(6, (2, 3), "gelu", padding="same"), GLOBAL, dense(3, "softmax")],
            SCCE, sgd(0.1, momentum=0.9), 29, 38),
    network("overlap", 14, [11, 10, 2],
            [conv(3, (5, 5), "elu", padding="same"), pool("Max", (3, 3), (2, 2), "same"),
             pool("Max", (2, 3), (1, 2)), conv(5, (2, 2), "leaky_relu", strides=(2, 2)),
             pool("Average", (2, 1), (1, 1)), FLATTEN, dense(2, "sigmoid")],
            BCE, rmsprop(0.002, momentum=0.3), 22, 50),
    network("sixteen-filters", 15, [14, 14, 1],
            [conv(16, (3, 3), "relu"), pool("Max", (2, 2)), conv(32, (3, 3), "relu"),
             pool("Max", (2, 2)), FLATTEN, dense(16, "relu"), dense(10, "softmax")],
            SCCE, adam(0.001), 22, 50, metrics=["accuracy"]),
    # (0, 1) and (1, 0) under equal weights: the first of equal maxima takes the gradient of step 1.
    network("ties", 19, [5, 5, 1],
            [conv(2, (1, 2)), pool("Max", (2, 2)), FLATTEN, dense(2)], MSE, sgd(0.05), 14, 50,
            places=0, weights=[[0.5, 0.25, 0.5, 0.25], [0, 0],
                               [0.3, -0.2, 0.1, 0.4, -0.3, 0.2, 0.5, -0.1, 0.2, 0.3, -0.4, 0.1,
                                0.6, -0.5, 0.1, -0.2], [0, 0]]),
    network("batch-normalization", 16, [6],
            [dense(8), batch_normalization(), dense(5, "tanh"), batch_normalization(0.9, 0.01),
             dense(2)],
            MSE, sgd(0.05, momentum=0.9), 44, 25, exact=True, validation=10),
    network("batch-normalization-2d", 17, [8, 8, 2],
            [conv(4, (3, 3), padding="same"), batch_normalization(0.9), pool("Max", (2, 2)),
             conv(8, (3, 3), "relu"), batch_normalization(0.8), GLOBAL, dense(3, "softmax")],
            SCCE, sgd(0.05, momentum=0.9), 30, 38, metrics=["accuracy"], validation=8),
    network("early-stopping", 20, [6], [dense(30, "tanh"), dense(1)], MSE, adam(0.02), 14, 60,
            exact=True, validation=12,
            early_stopping={"monitor": "val_loss", "patience": 4, "restore_best_weights": True}),
    network("early-stopping-accuracy", 21, [5], [dense(8, "tanh"), dense(3, "softmax")], SCCE,
            sgd(0.3), 30, 60, exact=True, metrics=["accuracy"],
            early_stopping={"monitor": "accuracy", "patience": 3, "min_delta": 0.04}),
    network("dropout-off", 18, [6],
            [dense(8, "relu"), dropout(0.5), dense(4, "softmax")], SCCE, adam(0.01), 20, 0,
            metrics=["accuracy"]),
]
