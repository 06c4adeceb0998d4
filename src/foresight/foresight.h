// The door of foresight: what is likely next. One section a thing.
#pragma once

#include "foresight/events/forecaster.h"
